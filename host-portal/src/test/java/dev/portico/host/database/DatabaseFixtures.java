package dev.portico.host.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Data folders and settings for the tests of the embedded database. */
final class DatabaseFixtures {

    private static @Nullable Path usedFolder;

    private DatabaseFixtures() {}

    static DatabaseSettings onAnyPort() {
        return onPort(0);
    }

    static DatabaseSettings onPort(int port) {
        return settings(port, DataSize.ofMegabytes(64), Map.of("fsync", "off"));
    }

    static DatabaseSettings settings(int port, DataSize firstStartSpace, Map<String, String> parameters) {
        return new DatabaseSettings(
                port,
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                TestDatabase.sharedBinaries().toString(),
                firstStartSpace,
                parameters);
    }

    static EmbeddedDatabase start(Path folder) {
        return EmbeddedDatabase.start(folder, onAnyPort(), Machine.current());
    }

    /** The portal's database, as the portal sees it. */
    static JdbcClient portal(EmbeddedDatabase database) {
        return connect(database.port(), database.password());
    }

    static JdbcClient connect(int port, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:%d/portal".formatted(port));
        dataSource.setUser("portal");
        dataSource.setPassword(password);
        return JdbcClient.create(dataSource);
    }

    static void remember(JdbcClient portal, String text) {
        portal.sql("create table if not exists note (text text)").update();
        portal.sql("insert into note values (?)").param(text).update();
    }

    static List<String> remembered(JdbcClient portal) {
        return portal.sql("select text from note order by text").query(String.class).list();
    }

    /** A copy of a data folder whose database was started, used and stopped; it remembers "before". */
    static synchronized Path usedFolderIn(Path parent) throws IOException, InterruptedException {
        if (usedFolder == null) {
            usedFolder = makeUsedFolder();
        }
        Path copy = parent.resolve("data");
        Process copying = new ProcessBuilder("cp", "-a", usedFolder.toString(), copy.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
        return copy;
    }

    private static Path makeUsedFolder() throws IOException {
        Path parent = Files.createTempDirectory("portico-test-used");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                FileSystemUtils.deleteRecursively(parent);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        Path folder = parent.resolve("data");
        try (EmbeddedDatabase database = start(folder)) {
            remember(portal(database), "before");
        }
        return folder;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static long postmasterOf(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    /** The user who really runs a process, seen from outside of any name space. */
    static int userOf(long pid) throws IOException {
        return (int) Files.getAttribute(Path.of("/proc", Long.toString(pid)), "unix:uid");
    }
}
