package dev.portico.host.vault;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Brings keys and database together at each start, and refuses to go on with keys that do not fit. */
final class VaultOpening {

    private static final Logger log = LoggerFactory.getLogger(VaultOpening.class);
    private static final String CHECK = "portico.vault.check";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final KeyFile file;

    VaultOpening(JdbcClient jdbc, TransactionOperations transactions, KeyFile file) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.file = file;
    }

    private record Check(long keyId, byte[] ciphertext) {}

    private record Entry(String owner, String name, byte[] value) {}

    /**
     * Opens the vault; makes its keys at the very first start.
     *
     * @param rotate whether to add a key and encrypt everything with it
     * @throws VaultStartException if the key file is missing, wrong, outdated or damaged
     */
    KeyRing open(boolean rotate) {
        Keys keys = transactions.execute(status -> {
            // why: portals that start at the same moment must agree on one key
            jdbc.sql("lock table portal.vault_check in exclusive mode").update();
            try {
                Keys opened = opened();
                return rotate ? rotated(opened) : opened;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java cannot encrypt with AES-256-GCM", e);
            }
        });
        return new KeyRing(file, keys);
    }

    private Keys opened() throws GeneralSecurityException {
        Optional<Check> check = check();
        List<Long> used = usedKeys();
        if (!file.exists()) {
            if (check.isPresent() || !used.isEmpty()) {
                throw VaultStartException.missing(file.path());
            }
            file.write(Keys.generate());
            log.info("Made the vault's key file {}: keep a copy of it in a safe place", file.path());
        }
        Keys keys = file.read();
        if (check.isPresent()) {
            verify(keys, check.get());
        }
        for (long keyId : used) {
            if (!keys.contains(keyId)) {
                throw VaultStartException.outdated(file.path(), keyId);
            }
        }
        if (check.isEmpty()) {
            writeCheck(keys);
        }
        return keys;
    }

    private void verify(Keys keys, Check check) {
        try {
            keys.decrypt(check.ciphertext(), CHECK);
        } catch (GeneralSecurityException e) {
            throw VaultStartException.wrong(file.path());
        }
    }

    /**
     * The order makes a crash harmless: the file gets the new key beside the old ones before any row needs it, and all
     * rows change in one transaction.
     */
    private Keys rotated(Keys keys) throws GeneralSecurityException {
        List<Entry> entries = decryptAll(keys);
        Keys next = keys.withNewKey();
        file.write(next);
        for (Entry entry : entries) {
            jdbc.sql("""
                    update portal.vault_entry
                    set key_id = :keyId, ciphertext = :ciphertext, changed_at = now()
                    where owner = :owner and name = :name
                    """)
                    .param("keyId", next.primaryId())
                    .param("ciphertext", next.encrypt(entry.value(), VaultService.ENTRY, entry.owner(), entry.name()))
                    .param("owner", entry.owner())
                    .param("name", entry.name())
                    .update();
        }
        writeCheck(next);
        log.info("Encrypted {} secrets with the new vault key {}; switch portico.vault.rotate-on-start off and copy {} "
                + "to a safe place", entries.size(), next.primaryId(), file.path());
        return next;
    }

    private List<Entry> decryptAll(Keys keys) {
        List<Entry> entries = new ArrayList<>();
        jdbc.sql("select owner, name, ciphertext from portal.vault_entry for update").query(row -> {
            String owner = row.getString("owner");
            String name = row.getString("name");
            try {
                byte[] value = keys.decrypt(row.getBytes("ciphertext"), VaultService.ENTRY, owner, name);
                entries.add(new Entry(owner, name, value));
            } catch (GeneralSecurityException e) {
                throw VaultStartException.notRotated(owner, name, file.path());
            }
        });
        return entries;
    }

    private Optional<Check> check() {
        return jdbc.sql("select key_id, ciphertext from portal.vault_check")
                .query((row, index) -> new Check(row.getLong("key_id"), row.getBytes("ciphertext")))
                .optional();
    }

    private List<Long> usedKeys() {
        return jdbc.sql("select distinct key_id from portal.vault_entry").query(Long.class).list();
    }

    private void writeCheck(Keys keys) throws GeneralSecurityException {
        jdbc.sql("""
                insert into portal.vault_check (key_id, ciphertext) values (:keyId, :ciphertext)
                on conflict (single) do update set key_id = excluded.key_id, ciphertext = excluded.ciphertext
                """)
                .param("keyId", keys.primaryId())
                .param("ciphertext", keys.encrypt(new byte[0], CHECK))
                .update();
    }
}
