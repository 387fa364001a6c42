package dev.portico.host.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of the database: made once, checked at each start. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final Duration CREATION_TIMEOUT = Duration.ofMinutes(5);

    private final DatabaseFolder folder;
    private final PostgresTools tools;
    private final RunAs runAs;

    Cluster(DatabaseFolder folder, PostgresTools tools, RunAs runAs) {
        this.folder = folder;
        this.tools = tools;
        this.runAs = runAs;
    }

    /** Makes the cluster if there is none, and refuses one that this version of PostgreSQL cannot read. */
    void prepare() throws IOException {
        if (!folder.hasCluster()) {
            create();
        }
        String version = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(Binaries.MAJOR_VERSION)) {
            throw DatabaseStartException.otherVersion(folder.cluster(), version, Binaries.MAJOR_VERSION);
        }
        // why: an installation may lose the right to make user name spaces, for instance by moving into a container
        runAs.own(folder.cluster());
    }

    /** The password of {@link #SUPERUSER}. */
    String password() throws IOException {
        if (!Files.exists(folder.password())) {
            throw DatabaseStartException.passwordMissing(folder.password(), folder.cluster());
        }
        return Files.readString(folder.password()).strip();
    }

    private void create() throws IOException {
        log.info("Creating the database in {}", folder.cluster());
        FileSystemUtils.deleteRecursively(folder.unfinishedCluster());
        Files.createDirectory(folder.unfinishedCluster());
        runAs.own(folder.unfinishedCluster());
        writePrivately(folder.password(), newPassword());
        Path readable = folder.root().resolve("initdb.password");
        try {
            writePrivately(readable, Files.readString(folder.password()));
            runAs.own(readable);
            initialize(readable);
        } finally {
            Files.deleteIfExists(readable);
        }
        Files.move(folder.unfinishedCluster(), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialize(Path password) throws IOException {
        boolean done = tools.run(CREATION_TIMEOUT, "initdb", List.of(
                "-D", folder.unfinishedCluster().toString(),
                "-U", SUPERUSER,
                "-A", "scram-sha-256",
                "--pwfile=" + password,
                "-E", "UTF-8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions"));
        if (!done) {
            String output = tools.output();
            throw output.contains("No space left on device")
                    ? DatabaseStartException.noSpace(folder.root(), null)
                    : DatabaseStartException.failed("initdb", output, folder.toolLog(), null);
        }
    }

    static String newPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        DatabaseFolder.makePrivate(file);
        Files.writeString(file, content, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    }
}
