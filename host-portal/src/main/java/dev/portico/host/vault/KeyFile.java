package dev.portico.host.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the vault's keys; only its owner may read it, and it is replaced as a whole or not at all. */
record KeyFile(Path path) {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws VaultStartException if the file cannot be read */
    Keys read() {
        try {
            if (!PRIVATE.containsAll(Files.getPosixFilePermissions(path))) {
                log.warn("The vault's key file {} can be read by others; take that right from them (chmod 600)", path);
            }
            return Keys.parse(Files.readString(path));
        } catch (IOException e) {
            throw VaultStartException.inaccessible(path, e);
        } catch (GeneralSecurityException e) {
            throw VaultStartException.damaged(path);
        }
    }

    /** Writes the keys so that a crash leaves the old file or the new one, on the disk and not in a cache. */
    void write(Keys keys) throws GeneralSecurityException {
        try {
            Path folder = path.getParent();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path next = Files.createTempFile(folder, "keyset", ".new", PosixFilePermissions.asFileAttribute(PRIVATE));
            try {
                writeThrough(next, keys.serialize());
                Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw VaultStartException.inaccessible(path, e);
        }
    }

    private static void writeThrough(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
