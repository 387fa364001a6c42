package dev.portico.host.database;

import static dev.portico.host.database.DatabaseFixtures.onAnyPort;
import static dev.portico.host.database.DatabaseFixtures.ownerOf;
import static dev.portico.host.database.DatabaseFixtures.portal;
import static dev.portico.host.database.DatabaseFixtures.postmasterOf;
import static dev.portico.host.database.DatabaseFixtures.remember;
import static dev.portico.host.database.DatabaseFixtures.remembered;
import static dev.portico.host.database.DatabaseFixtures.usedFolderIn;
import static dev.portico.host.database.DatabaseFixtures.userOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAsTest {

    private static final Machine ROOT = new Machine(0, true, true);
    private static final Machine ROOT_WITHOUT_NAME_SPACES = new Machine(0, false, true);
    private static final Machine ROOT_WITHOUT_ANYTHING = new Machine(0, false, false);

    @TempDir
    Path temp;

    @BeforeEach
    void lettingOtherUsersPass() throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Nested
    class AChoice {

        @Test
        void anOrdinaryUserNeedsNoHelp() {
            RunAs choice = RunAs.on(new Machine(1000, false, false), new DatabaseFolder(temp));

            assertThat(choice.command(List.of("initdb"))).containsExactly("initdb");
        }

        @Test
        void rootBecomesOrdinaryInAUserNameSpace() {
            assertThat(RunAs.on(ROOT, new DatabaseFolder(temp)).command(List.of("initdb")))
                    .containsExactly("unshare", "-U", "initdb");
        }

        @Test
        void rootWithoutNameSpacesBecomesAnotherUser() {
            assertThat(RunAs.on(ROOT_WITHOUT_NAME_SPACES, new DatabaseFolder(temp)).command(List.of("initdb")))
                    .startsWith("setpriv")
                    .endsWith("--", "initdb");
        }

        @Test
        void rootWithoutEitherIsRefused() {
            assertThatThrownBy(() -> RunAs.on(ROOT_WITHOUT_ANYTHING, new DatabaseFolder(temp)))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("refuses to run as root");
        }

        @Test
        void anOrdinaryUserIsRefusedADatabaseOfSomebodyElse() throws Exception {
            Files.createDirectory(temp.resolve("postgres"));
            int owner = ownerOf(temp);

            assertThatThrownBy(() -> RunAs.on(new Machine(owner + 1, false, false), new DatabaseFolder(temp)))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("belongs to the user with id " + owner);
        }
    }

    @Nested
    class AsRoot {

        @BeforeEach
        void isRoot() {
            assumeThat(Machine.current().uid()).as("only root can become another user").isZero();
            assertThat(Machine.current()).as("root needs util-linux for these tests").isEqualTo(ROOT);
        }

        @Test
        void withNameSpacesTheFilesStayWithRoot() throws Exception {
            Path folder = usedFolderIn(temp);
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, onAnyPort(), ROOT)) {
                assertThat(remembered(portal(database))).containsExactly("before");
                assertThat(ownerOf(folder.resolve("postgres"))).isZero();
            }
        }

        @Test
        void withoutNameSpacesAnotherUserRunsAndOwnsIt() throws Exception {
            Path folder = temp.resolve("data");
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, onAnyPort(), ROOT_WITHOUT_NAME_SPACES)) {
                remember(portal(database), "of another user");
                int owner = ownerOf(folder.resolve("postgres"));

                assertThat(owner).isNotZero().isEqualTo(userOf(postmasterOf(folder)));
                assertThat(ownerOf(folder.resolve("postgres.log"))).isEqualTo(owner);
                assertThat(ownerOf(folder.resolve("postgres.password"))).isZero();
                assertThat(folder.resolve("initdb.password")).doesNotExist();
            }
            // later the machine allows name spaces: the owner must stay, or PostgreSQL could not read its files
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, onAnyPort(), ROOT)) {
                assertThat(remembered(portal(database))).containsExactly("of another user");
                assertThat(userOf(postmasterOf(folder))).isEqualTo(ownerOf(folder.resolve("postgres"))).isNotZero();
            }
        }

        @Test
        void aDatabaseMadeInANameSpaceMovesToAMachineWithout() throws Exception {
            Path folder = usedFolderIn(temp);
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, onAnyPort(), ROOT_WITHOUT_NAME_SPACES)) {
                assertThat(remembered(portal(database))).containsExactly("before");
                assertThat(ownerOf(folder.resolve("postgres"))).isNotZero();
            }
        }

        @Test
        void saysSoWhenThatUserCannotReachTheFolder() throws Exception {
            Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx------"));

            DatabaseStartException refusal = catchThrowableOfType(
                    DatabaseStartException.class,
                    () -> EmbeddedDatabase.start(temp.resolve("data"), onAnyPort(), ROOT_WITHOUT_NAME_SPACES));

            assertThat(refusal).hasMessageContaining("may not enter").hasMessageContaining("setpriv");
            assertThat(refusal.remedy()).contains("chmod o+x");
        }
    }
}
