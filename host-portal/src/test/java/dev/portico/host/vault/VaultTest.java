package dev.portico.host.vault;

import static dev.portico.host.vault.VaultFixtures.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portico.api.Secret;
import dev.portico.api.host.Vault;
import dev.portico.host.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultTest {

    @TempDir
    Path temp;

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    private VaultService open(String file) {
        return VaultFixtures.open(database, temp.resolve(file), false);
    }

    @Nested
    class InUse {

        @Test
        void givesBackWhatWasPutAlsoAfterARestart() {
            open("keys").forOwner("pax8").put("token", TOKEN);

            assertThat(open("keys").forOwner("pax8").find("token")).contains(TOKEN);
        }

        @Test
        void replacesAndDeletes() {
            Vault vault = open("keys").forOwner("pax8");
            vault.put("token", Secret.of("old"));
            vault.put("token", TOKEN);
            assertThat(vault.find("token")).contains(TOKEN);

            vault.delete("token");
            vault.delete("token");
            assertThat(vault.find("token")).isEmpty();
        }

        @Test
        void keepsOwnersApart() {
            VaultService service = open("keys");
            service.forOwner("pax8").put("token", TOKEN);
            service.forOwner("other").put("token", Secret.of("of the other"));

            service.deleteAll("other");

            assertThat(service.forOwner("other").find("token")).isEmpty();
            assertThat(service.forOwner("pax8").find("token")).contains(TOKEN);
        }

        @Test
        void keepsEveryCharacter() {
            Vault vault = open("keys").forOwner("pax8");
            Secret odd = Secret.of("ümläut\n\"€\" 𝄞 \t");
            vault.put("odd", odd);
            vault.put("empty", Secret.of(""));

            assertThat(vault.find("odd")).contains(odd);
            assertThat(vault.find("empty")).contains(Secret.of(""));
        }

        @Test
        void holdsNothingInClear() throws Exception {
            VaultService service = open("keys");
            service.forOwner("pax8").put("token", TOKEN);

            String stored = new String(ciphertextOf("token"), StandardCharsets.ISO_8859_1);
            assertThat(stored).doesNotContain("0815");
            assertThat(service.forOwner("pax8").find("token").toString()).doesNotContain("0815");
            assertThat(Files.getPosixFilePermissions(temp.resolve("keys")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Nested
    class ATamperedDatabase {

        @Test
        void cannotMoveASecretToAnotherOwner() {
            VaultService service = open("keys");
            service.forOwner("pax8").put("token", TOKEN);
            jdbc.sql("update portal.vault_entry set owner = 'evil'").update();

            assertUnreadable(service.forOwner("evil"), "token");
        }

        @Test
        void cannotMoveASecretToAnotherName() {
            VaultService service = open("keys");
            service.forOwner("pax8").put("token", TOKEN);
            jdbc.sql("update portal.vault_entry set name = 'shown'").update();

            assertUnreadable(service.forOwner("pax8"), "shown");
        }

        @Test
        void cannotShiftTheBorderBetweenOwnerAndName() {
            VaultService service = open("keys");
            service.forOwner("pax8").put("token", TOKEN);
            jdbc.sql("update portal.vault_entry set owner = 'pax', name = '8token'").update();

            assertUnreadable(service.forOwner("pax"), "8token");
        }

        @Test
        void cannotChangeASecret() {
            VaultService service = open("keys");
            service.forOwner("pax8").put("token", TOKEN);
            byte[] changed = ciphertextOf("token");
            changed[changed.length - 1] ^= 1;
            jdbc.sql("update portal.vault_entry set ciphertext = ?").param(changed).update();

            assertUnreadable(service.forOwner("pax8"), "token");
        }

        private void assertUnreadable(Vault vault, String name) {
            Throwable refusal = catchThrowable(() -> vault.find(name));
            assertThat(refusal).isInstanceOf(SecretUnreadableException.class).hasMessageContaining(name);
            assertThat(refusal).hasMessageNotContaining("0815").hasNoCause();
        }
    }

    private byte[] ciphertextOf(String name) {
        return jdbc.sql("select ciphertext from portal.vault_entry where name = ?")
                .param(name)
                .query(byte[].class)
                .single();
    }
}
