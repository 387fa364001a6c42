package dev.portico.host.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL as it is packed into the portal: unpacked once, then used from the folder. */
final class Binaries {

    /** The packed version; a test compares it with the dependency. */
    static final String VERSION = "18.6.0";

    static final String MAJOR_VERSION = VERSION.substring(0, VERSION.indexOf('.'));

    static final String SYSTEM = "Linux";

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    private Binaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share} for this machine. */
    static Path unpackInto(Path parent) {
        return unpackInto(parent, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Path unpackInto(Path parent, String system, String architecture) {
        String resource = resourceFor(system, architecture);
        Path unpacked = parent.resolve("postgres-" + VERSION);
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        log.info("Unpacking PostgreSQL {} into {}", VERSION, unpacked);
        try {
            Files.createDirectories(parent);
            Path partial = Files.createTempDirectory(parent, "postgres-" + VERSION + "-partial");
            try (InputStream packed = Binaries.class.getResourceAsStream(resource)) {
                if (packed == null) {
                    throw DatabaseStartException.noBinaries(system, architecture);
                }
                unpack(packed, partial);
                Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
                moveIntoPlace(partial, unpacked);
            } finally {
                FileSystemUtils.deleteRecursively(partial);
            }
            return unpacked;
        } catch (IOException e) {
            throw DatabaseStartException.notWritable(unpacked, e);
        }
    }

    private static String resourceFor(String system, String architecture) {
        if (!system.equals(SYSTEM)) {
            throw DatabaseStartException.noBinaries(system, architecture);
        }
        return switch (architecture) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            default -> throw DatabaseStartException.noBinaries(system, architecture);
        };
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    unpack(tar, entry, path);
                }
            }
        }
        // why: a strict umask would lock out the user as whom PostgreSQL runs when the portal is started by root
        try (var all = Files.walk(target)) {
            for (Path path : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void moveIntoPlace(Path partial, Path unpacked) throws IOException {
        try {
            Files.move(partial, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // why: another start may have unpacked the same version into a shared folder meanwhile
            if (!Files.isDirectory(unpacked)) {
                throw e;
            }
        }
    }
}
