package dev.portico.host.database;

import static dev.portico.host.database.DatabaseFixtures.connect;
import static dev.portico.host.database.DatabaseFixtures.portal;
import static dev.portico.host.database.DatabaseFixtures.postmasterOf;
import static dev.portico.host.database.DatabaseFixtures.remember;
import static dev.portico.host.database.DatabaseFixtures.remembered;
import static dev.portico.host.database.DatabaseFixtures.start;
import static dev.portico.host.database.DatabaseFixtures.usedFolderIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseCrashTest {

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void usedFolder() throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
        folder = usedFolderIn(temp);
    }

    @Nested
    class APortalInItsOwnProcess {

        @Test
        void endsItsDatabaseWhenItIsStopped() throws Exception {
            try (PortalProcess portal = PortalProcess.start(folder)) {
                portal.awaitReady();
                long postmaster = postmasterOf(folder);

                portal.terminate();
                String output = portal.awaitEnd();

                await().until(() -> ProcessHandle.of(postmaster).isEmpty());
                assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
                // the pool first, then the server under it
                assertThat(output.indexOf("HikariPool-1 - Shutdown completed"))
                        .isPositive()
                        .isLessThan(output.indexOf("PostgreSQL stopped"));
            }
        }

        @Test
        void leavesADatabaseThatTheNextStartTakesOverWhenItIsKilled() throws Exception {
            long orphan;
            try (PortalProcess portal = PortalProcess.start(folder)) {
                String[] ready = portal.awaitReady();
                remember(connect(Integer.parseInt(ready[0]), ready[1]), "just before the kill");
                orphan = postmasterOf(folder);
                portal.kill();
            }
            assertThat(ProcessHandle.of(orphan)).as("the database outlives its portal").isPresent();

            try (EmbeddedDatabase database = start(folder)) {
                assertThat(remembered(portal(database))).containsExactly("before", "just before the kill");
                await().until(() -> ProcessHandle.of(orphan).isEmpty());
            }
        }

        @Test
        void recoversWhenDatabaseAndPortalAreKilled() throws Exception {
            try (PortalProcess portal = PortalProcess.start(folder)) {
                String[] ready = portal.awaitReady();
                remember(connect(Integer.parseInt(ready[0]), ready[1]), "just before the kill");
                long postmaster = postmasterOf(folder);
                portal.kill();
                ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
            }
            assertThat(folder.resolve("postgres/postmaster.pid")).exists();

            try (EmbeddedDatabase database = start(folder)) {
                assertThat(remembered(portal(database))).containsExactly("before", "just before the kill");
            }
        }

        @Test
        void refusesAFolderThatAnotherProcessUses() throws Exception {
            try (EmbeddedDatabase first = start(folder);
                    PortalProcess second = PortalProcess.start(folder)) {
                String output = second.awaitEnd();

                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(output)
                        .contains("Another portal (process " + ProcessHandle.current().pid() + ") uses the data folder")
                        .contains("portico.data-folder")
                        .doesNotContain("\tat ");
                assertThat(remembered(portal(first))).containsExactly("before");
            }
        }

        @Test
        void runsAsAUserWhoIsNotRoot() throws Exception {
            try (PortalProcess portal = PortalProcess.start(folder, "unshare", "-U")) {
                String[] ready = portal.awaitReady();

                assertThat(remembered(connect(Integer.parseInt(ready[0]), ready[1]))).containsExactly("before");
                portal.terminate();
                portal.awaitEnd();
                assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
            }
        }

        @Test
        void saysThatTheDiskIsFull() throws Exception {
            Path disk = Files.createDirectory(temp.resolve("disk"));
            String fill = "mount -t tmpfs -o size=120m none " + disk + " && cp -a " + folder + " " + disk
                    + " && dd if=/dev/zero of=" + disk + "/filler bs=1k 2>/dev/null; exec \"$0\" \"$@\"";
            Path data = disk.resolve("data");

            try (PortalProcess portal = PortalProcess.start(data, "unshare", "-Urm", "sh", "-c", fill)) {
                String output = portal.awaitEnd();

                assertThat(portal.exitCode()).isEqualTo(1);
                assertThat(output).contains("not enough free space").contains("portico.data-folder").doesNotContain("\tat ");
            }
        }
    }

    @Nested
    class ALeftOverPostmasterFile {

        @Test
        void thatNamesAForeignProcessIsRemovedAndTheProcessLeftAlone() throws Exception {
            Process stranger = new ProcessBuilder("sleep", "300").start();
            try {
                leave(stranger.pid());
                try (EmbeddedDatabase database = start(folder)) {
                    assertThat(remembered(portal(database))).containsExactly("before");
                }
                assertThat(stranger.isAlive()).isTrue();
            } finally {
                stranger.destroyForcibly();
            }
        }

        @Test
        void thatNamesTheDatabaseOfAnotherPortalIsRemovedAndThatDatabaseLeftAlone() throws Exception {
            JdbcClient other = JdbcClient.create(TestDatabase.fresh().dataSource());
            leave(postmasterOf(TestDatabase.sharedCluster().getParent()));

            try (EmbeddedDatabase database = start(folder)) {
                assertThat(remembered(portal(database))).containsExactly("before");
            }
            assertThat(other.sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }

        @Test
        void thatIsDamagedIsRemoved() throws Exception {
            Files.writeString(folder.resolve("postgres/postmaster.pid"), "");

            try (EmbeddedDatabase database = start(folder)) {
                assertThat(remembered(portal(database))).containsExactly("before");
            }
        }

        private void leave(long pid) throws Exception {
            Files.write(
                    folder.resolve("postgres/postmaster.pid"),
                    List.of(Long.toString(pid), folder.resolve("postgres").toString(), "1700000000", "5432", "", "127.0.0.1",
                            "   123456    654321", "ready"));
        }
    }
}
