package dev.portico.host.vault;

import dev.portico.host.startup.StartFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The keys of the vault do not fit the database; going on would lose or lock out secrets. */
public final class VaultStartException extends StartFailure {

    private static final String PUT_BACK =
            "Put the right file back from your backup, or name its place with portico.vault.keyset-file. If it is lost, "
                    + "so are the secrets: delete the rows of portal.vault_entry and portal.vault_check and connect the "
                    + "integrations again.";

    private VaultStartException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }

    static VaultStartException missing(Path file) {
        return new VaultStartException(
                "The vault's key file %s is not there, but the database holds secrets that need it.".formatted(file),
                PUT_BACK,
                null);
    }

    static VaultStartException wrong(Path file) {
        return new VaultStartException(
                "The vault's key file %s does not belong to this database: its keys do not open the secrets."
                        .formatted(file),
                PUT_BACK,
                null);
    }

    static VaultStartException outdated(Path file, long keyId) {
        return new VaultStartException(
                "The vault's key file %s is too old: the database holds secrets of the key %d, which it lacks."
                        .formatted(file, keyId),
                PUT_BACK,
                null);
    }

    /** why no cause: a parser's message may quote the file, and with it a key. */
    static VaultStartException damaged(Path file) {
        return new VaultStartException(
                "The vault's key file %s is damaged or is not a key file.".formatted(file), PUT_BACK, null);
    }

    static VaultStartException inaccessible(Path file, Throwable cause) {
        return new VaultStartException(
                "The portal cannot read or write the vault's key file %s.".formatted(file),
                "Let the user who runs the portal, and nobody else, read and write that file and its folder.",
                cause);
    }

    static VaultStartException notRotated(String owner, String name, Path file) {
        return new VaultStartException(
                "The vault's keys were not rotated, because the secret %s of %s cannot be decrypted with %s."
                        .formatted(name, owner, file),
                "Delete that row of portal.vault_entry and enter the secret again, or start without "
                        + "portico.vault.rotate-on-start.",
                null);
    }
}
