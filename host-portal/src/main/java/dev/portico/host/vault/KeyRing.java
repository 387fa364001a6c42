package dev.portico.host.vault;

/** The keys in use; they are read again when another portal on the same database has rotated them. */
final class KeyRing {

    private final KeyFile file;
    private volatile Keys keys;

    KeyRing(KeyFile file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    Keys current() {
        return keys;
    }

    /** Keys that hold a certain one, if the file does. */
    synchronized Keys containing(long keyId) {
        if (!keys.contains(keyId) && file.exists()) {
            keys = file.read();
        }
        return keys;
    }
}
