package dev.portico.host.database;

import static dev.portico.host.database.DatabaseFixtures.onAnyPort;
import static dev.portico.host.database.DatabaseFixtures.onPort;
import static dev.portico.host.database.DatabaseFixtures.start;
import static dev.portico.host.database.DatabaseFixtures.usedFolderIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Each refusal names what is wrong and which setting or file helps. */
class DatabaseRefusalTest {

    @TempDir
    Path temp;

    @Test
    void namesTheTakenPortAndItsSetting() throws Exception {
        Path folder = usedFolderIn(temp);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DatabaseStartException refusal = refusal(
                    () -> EmbeddedDatabase.start(folder, onPort(other.getLocalPort()), Machine.current()));

            assertThat(refusal).hasMessageContaining("Port " + other.getLocalPort());
            assertThat(refusal.remedy()).contains("portico.database.port");
        }
        start(folder).close();
    }

    @Test
    void refusesASecondPortalOnTheSameFolder() throws Exception {
        Path folder = usedFolderIn(temp);
        try (EmbeddedDatabase first = start(folder)) {
            DatabaseStartException refusal = refusal(() -> start(folder));

            assertThat(refusal)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
            assertThat(refusal.remedy()).contains("portico.data-folder");
            assertThat(DatabaseFixtures.remembered(DatabaseFixtures.portal(first))).containsExactly("before");
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        Path folder = usedFolderIn(temp);
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");

        DatabaseStartException refusal = refusal(() -> start(folder));

        assertThat(refusal).hasMessageContaining("PostgreSQL 17").hasMessageContaining("PostgreSQL 18");
        assertThat(refusal.remedy()).contains("spring.datasource.url");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));

        DatabaseStartException refusal = refusal(() -> start(file.resolve("data")));

        assertThat(refusal).hasMessageContaining("cannot create or write");
        assertThat(refusal.remedy()).contains("portico.data-folder");
    }

    @Test
    void refusesToMakeADatabaseOnADiskThatIsNearlyFull() {
        DatabaseSettings demanding = DatabaseFixtures.settings(0, DataSize.ofTerabytes(4_000), Map.of());

        DatabaseStartException refusal =
                refusal(() -> EmbeddedDatabase.start(temp.resolve("data"), demanding, Machine.current()));

        assertThat(refusal).hasMessageContaining("not enough free space");
        assertThat(temp.resolve("data/postgres")).doesNotExist();
    }

    @Test
    void refusesWithoutThePasswordFile() throws Exception {
        Path folder = usedFolderIn(temp);
        Files.delete(folder.resolve("postgres.password"));

        DatabaseStartException refusal = refusal(() -> start(folder));

        assertThat(refusal).hasMessageContaining("postgres.password");
        assertThat(refusal.remedy()).contains("backup");
    }

    @Test
    void refusesTheWrongPasswordFileAndLeavesNoServerBehind() throws Exception {
        Path folder = usedFolderIn(temp);
        Files.writeString(folder.resolve("postgres.password"), "wrong");

        DatabaseStartException refusal = refusal(() -> start(folder));

        assertThat(refusal).hasMessageContaining("refuses the password").hasMessageNotContaining("wrong");
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void showsWhatPostgresqlItselfComplainsAbout() throws Exception {
        Path folder = usedFolderIn(temp);
        DatabaseSettings broken =
                DatabaseFixtures.settings(0, onAnyPort().firstStartSpace(), Map.of("shared_buffers", "it's"));

        DatabaseStartException refusal =
                refusal(() -> EmbeddedDatabase.start(folder, broken, Machine.current()));

        assertThat(refusal).hasMessageContaining("invalid value for parameter \"shared_buffers\": \"it's\"");
        assertThat(refusal.remedy()).contains("postgres.log");
    }

    @Test
    void saysOnWhichMachinesItCannotRun() {
        assertThat(refusal(() -> Binaries.unpackInto(temp, "Mac OS X", "aarch64")))
                .hasMessageContaining("Mac OS X on aarch64");
        assertThat(refusal(() -> Binaries.unpackInto(temp, "Windows 11", "amd64")).remedy())
                .contains("spring.datasource.url");
        assertThat(refusal(() -> Binaries.unpackInto(temp, "Linux", "riscv64")))
                .hasMessageContaining("Linux on riscv64");
    }

    private static DatabaseStartException refusal(ThrowingCallable start) {
        return catchThrowableOfType(DatabaseStartException.class, start);
    }
}
