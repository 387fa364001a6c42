package dev.portico.host.vault;

import dev.portico.api.Secret;
import dev.portico.api.host.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Stores the secrets of all owners; an owner is a plugin, or a part of the portal. */
@Service
public final class VaultService {

    /** Begins the associated data of each entry, so that nothing else can be passed off as one. */
    static final String ENTRY = "portico.vault.entry";

    private final JdbcClient jdbc;
    private final KeyRing keys;

    VaultService(JdbcClient jdbc, KeyRing keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The vault of one owner; it reaches no other owner's secrets. */
    public Vault forOwner(String owner) {
        return new OwnersVault(owner);
    }

    /** Deletes all secrets of an owner. */
    public void deleteAll(String owner) {
        jdbc.sql("delete from portal.vault_entry where owner = ?").param(owner).update();
    }

    /** How many secrets an owner has. */
    public long count(String owner) {
        return jdbc.sql("select count(*) from portal.vault_entry where owner = ?")
                .param(owner)
                .query(Long.class)
                .single();
    }

    private record Entry(long keyId, byte[] ciphertext) {}

    private final class OwnersVault implements Vault {

        private final String owner;

        private OwnersVault(String owner) {
            this.owner = owner;
        }

        @Override
        public void put(String name, Secret secret) {
            Keys current = keys.current();
            jdbc.sql("""
                    insert into portal.vault_entry (owner, name, key_id, ciphertext)
                    values (:owner, :name, :keyId, :ciphertext)
                    on conflict (owner, name) do update
                    set key_id = excluded.key_id, ciphertext = excluded.ciphertext, changed_at = now()
                    """)
                    .param("owner", owner)
                    .param("name", name)
                    .param("keyId", current.primaryId())
                    .param("ciphertext", encrypt(current, name, secret))
                    .update();
        }

        private byte[] encrypt(Keys current, String name, Secret secret) {
            try {
                return current.encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), ENTRY, owner, name);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The secret " + name + " of " + owner + " cannot be encrypted", e);
            }
        }

        /** @throws SecretUnreadableException if it is there but was tampered with, or its key is gone */
        @Override
        public Optional<Secret> find(String name) {
            return jdbc.sql("select key_id, ciphertext from portal.vault_entry where owner = :owner and name = :name")
                    .param("owner", owner)
                    .param("name", name)
                    .query((row, index) -> new Entry(row.getLong("key_id"), row.getBytes("ciphertext")))
                    .optional()
                    .map(entry -> decrypt(name, entry));
        }

        private Secret decrypt(String name, Entry entry) {
            try {
                byte[] clear = keys.containing(entry.keyId()).decrypt(entry.ciphertext(), ENTRY, owner, name);
                return Secret.of(new String(clear, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new SecretUnreadableException(owner, name, entry.keyId());
            }
        }

        @Override
        public void delete(String name) {
            jdbc.sql("delete from portal.vault_entry where owner = :owner and name = :name")
                    .param("owner", owner)
                    .param("name", name)
                    .update();
        }
    }
}
