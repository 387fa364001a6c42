package dev.portico.host.vault;

import static dev.portico.host.vault.VaultFixtures.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.api.host.Vault;
import dev.portico.host.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultKeysTest {

    @TempDir
    Path temp;

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    private VaultService open(String file) {
        return open(file, false);
    }

    private VaultService open(String file, boolean rotate) {
        return VaultFixtures.open(database, temp.resolve(file), rotate);
    }

    @Nested
    class AtTheStart {

        @Test
        void portalsThatStartTogetherAgreeOnOneKey() {
            var starts = IntStream.range(0, 4)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> open("keys")))
                    .toList();

            starts.getFirst().join().forOwner("pax8").put("token", TOKEN);
            assertThat(starts).allSatisfy(start ->
                    assertThat(start.join().forOwner("pax8").find("token")).contains(TOKEN));
        }

        @Test
        void refusesAMissingFileAndMakesNoNewOne() throws Exception {
            open("keys");
            Files.delete(temp.resolve("keys"));

            VaultStartException refusal = refusal("keys");

            assertThat(refusal).hasMessageContaining(temp.resolve("keys").toString()).hasMessageContaining("not there");
            assertThat(refusal.remedy()).contains("portico.vault.keyset-file").contains("backup");
            assertThat(temp.resolve("keys")).doesNotExist();
        }

        @Test
        void refusesAMissingFileAlsoWhenOnlySecretsAreLeft() throws Exception {
            open("keys").forOwner("pax8").put("token", TOKEN);
            jdbc.sql("delete from portal.vault_check").update();
            Files.delete(temp.resolve("keys"));

            assertThat(refusal("keys")).hasMessageContaining("not there");
        }

        @Test
        void refusesTheFileOfAnotherDatabase() throws Exception {
            open("keys");
            new KeyFile(temp.resolve("others")).write(Keys.generate());

            assertThat(refusal("others")).hasMessageContaining("does not belong to this database");
        }

        @Test
        void refusesAFileFromBeforeTheLastRotation() throws Exception {
            open("keys").forOwner("pax8").put("token", TOKEN);
            Files.copy(temp.resolve("keys"), temp.resolve("old"));
            open("keys", true);
            jdbc.sql("delete from portal.vault_check").update();

            assertThat(refusal("old")).hasMessageContaining("too old");
        }

        @Test
        void refusesADamagedFileWithoutQuotingIt() throws Exception {
            open("keys");
            String content = Files.readString(temp.resolve("keys"));
            Files.writeString(temp.resolve("keys"), content.substring(0, content.length() - 9));

            assertThat(refusal("keys")).hasMessageContaining("damaged").hasNoCause();
        }

        @Test
        void refusesAFolderThatCannotBeWritten() throws Exception {
            Files.createFile(temp.resolve("file"));

            assertThat(refusal("file/keys")).hasMessageContaining("cannot read or write");
        }

        @Test
        void takesAFileThatACrashLeftBeforeTheDatabaseKnewIt() throws Exception {
            new KeyFile(temp.resolve("keys")).write(Keys.generate());
            String before = Files.readString(temp.resolve("keys"));

            open("keys").forOwner("pax8").put("token", TOKEN);

            assertThat(temp.resolve("keys")).hasContent(before);
            assertThat(open("keys").forOwner("pax8").find("token")).contains(TOKEN);
        }

        private VaultStartException refusal(String file) {
            return catchThrowableOfType(VaultStartException.class, () -> open(file));
        }
    }

    @Nested
    class Rotation {

        @Test
        void encryptsEverythingWithANewKey() {
            open("keys").forOwner("pax8").put("token", TOKEN);
            long before = keyIdOf("token");

            VaultService rotated = open("keys", true);

            assertThat(keyIdOf("token")).isNotEqualTo(before);
            assertThat(rotated.forOwner("pax8").find("token")).contains(TOKEN);
            assertThat(open("keys").forOwner("pax8").find("token")).contains(TOKEN);
        }

        @Test
        void reachesAPortalThatRunsMeanwhile() {
            VaultService running = open("keys");
            running.forOwner("pax8").put("token", TOKEN);

            open("keys", true).forOwner("pax8").put("newer", TOKEN);

            assertThat(running.forOwner("pax8").find("token")).contains(TOKEN);
            assertThat(running.forOwner("pax8").find("newer")).contains(TOKEN);
        }

        @Test
        void survivesACrashBetweenFileAndRows() throws Exception {
            open("keys").forOwner("pax8").put("token", TOKEN);
            KeyFile file = new KeyFile(temp.resolve("keys"));
            file.write(file.read().withNewKey());

            VaultService next = open("keys");
            next.forOwner("pax8").put("newer", TOKEN);

            assertThat(next.forOwner("pax8").find("token")).contains(TOKEN);
            assertThat(keyIdOf("newer")).isNotEqualTo(keyIdOf("token"));
            assertThat(open("keys", true).forOwner("pax8").find("token")).contains(TOKEN);
        }

        @Test
        void changesNothingWhenOneSecretCannotBeRead() throws Exception {
            Vault vault = open("keys").forOwner("pax8");
            vault.put("broken", TOKEN);
            jdbc.sql("update portal.vault_entry set name = 'moved'").update();
            vault.put("token", TOKEN);
            String file = Files.readString(temp.resolve("keys"));
            long key = keyIdOf("token");

            assertThatThrownBy(() -> open("keys", true))
                    .isInstanceOf(VaultStartException.class)
                    .hasMessageContaining("the secret moved of pax8");

            assertThat(temp.resolve("keys")).hasContent(file);
            assertThat(keyIdOf("token")).isEqualTo(key);
        }

        private long keyIdOf(String name) {
            return jdbc.sql("select key_id from portal.vault_entry where name = ?")
                    .param(name)
                    .query(Long.class)
                    .single();
        }
    }
}
