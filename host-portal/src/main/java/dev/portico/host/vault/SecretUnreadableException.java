package dev.portico.host.vault;

/** A stored secret cannot be decrypted: it was changed or moved in the database, or its key is gone. */
public final class SecretUnreadableException extends RuntimeException {

    SecretUnreadableException(String owner, String name, long keyId) {
        super(("The secret %s of %s cannot be decrypted with the key %d. It was changed in the database or its key is "
                        + "gone; enter it again or connect the integration again.")
                .formatted(name, owner, keyId));
    }
}
