package dev.portico.host.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Databases for tests, on one real PostgreSQL for each test JVM that is stopped and deleted when the JVM ends. */
public final class TestDatabase {

    private static final String PREFIX = "portico-test-database";
    private static final AtomicInteger counter = new AtomicInteger();
    private static @Nullable EmbeddedDatabase server;
    private static @Nullable DatabaseFolder serverFolder;
    private static @Nullable TestDatabase template;

    private final EmbeddedDatabase owner;
    private final String name;

    private TestDatabase(EmbeddedDatabase owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    /** A new database with nothing in it. */
    public static TestDatabase fresh() {
        return create("template1");
    }

    /** A new database with the portal's tables. */
    public static synchronized TestDatabase migrated() {
        if (template == null) {
            TestDatabase database = fresh();
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("classpath:db/portal")
                    .schemas("portal")
                    .defaultSchema("portal")
                    .load()
                    .migrate();
            template = database;
        }
        return create(template.name);
    }

    public String jdbcUrl() {
        return owner.urlOf(name);
    }

    public String username() {
        return EmbeddedDatabase.NAME;
    }

    public String password() {
        return owner.password();
    }

    /** Opens a new connection each time, as the portal's user. */
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl());
        dataSource.setUser(username());
        dataSource.setPassword(password());
        return dataSource;
    }

    /** The cluster of the server that all test databases share. */
    static synchronized Path sharedCluster() {
        server();
        return serverFolder.cluster();
    }

    /** Where tests of one machine unpack PostgreSQL, once. */
    static Path sharedBinaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "portico-test-postgres-" + System.getProperty("user.name"));
    }

    private static synchronized TestDatabase create(String template) {
        EmbeddedDatabase running = server();
        String name = "test_" + counter.incrementAndGet();
        JdbcClient.create(running.superuser())
                .sql("create database " + name + " template " + template + " owner " + EmbeddedDatabase.NAME)
                .update();
        return new TestDatabase(running, name);
    }

    private static synchronized EmbeddedDatabase server() {
        if (server == null) {
            server = start();
        }
        return server;
    }

    private static EmbeddedDatabase start() {
        try {
            sweep();
            Path folder = Files.createTempDirectory(PREFIX);
            serverFolder = new DatabaseFolder(folder);
            DatabaseSettings settings = new DatabaseSettings(
                    0,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    sharedBinaries().toString(),
                    DataSize.ofMegabytes(64),
                    Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off",
                            "max_connections", "200"));
            EmbeddedDatabase database = EmbeddedDatabase.start(folder, settings, Machine.current());
            // why not a hook of its own: it would stop beside the portals of the tests, which then wait for it in vain
            SpringApplication.getShutdownHandlers().add(() -> {
                database.close();
                delete(folder);
            });
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends and deletes what test runs left that were killed. */
    private static void sweep() throws IOException {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), PREFIX + "*")) {
            for (Path folder : folders) {
                // why: a run that has just begun has its folder, but perhaps not yet its lock
                if (System.currentTimeMillis() - folder.toFile().lastModified() > 60_000) {
                    sweep(new DatabaseFolder(folder));
                }
            }
        }
    }

    private static void sweep(DatabaseFolder folder) throws IOException {
        PortalLock lock;
        try {
            lock = PortalLock.acquire(folder);
        } catch (DatabaseStartException stillInUse) {
            return;
        }
        try (lock) {
            new PostmasterFile(folder.cluster())
                    .runningServer()
                    .flatMap(ProcessHandle::of)
                    .ifPresent(ProcessHandle::destroyForcibly);
            delete(folder.root());
        }
    }

    private static void delete(Path folder) {
        // why this variant: helpers of a server that is ending may still remove files, which is no failure here
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
