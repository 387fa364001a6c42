package dev.portico.host.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** Where the embedded database keeps its files inside the data folder. */
record DatabaseFolder(Path root) {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    static DatabaseFolder prepare(Path root, DataSize firstStartSpace) {
        DatabaseFolder folder = new DatabaseFolder(root);
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                // why x for all: started by root, PostgreSQL runs as another user and has to pass through
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            }
            if (!Files.isWritable(root)) {
                throw DatabaseStartException.notWritable(root, null);
            }
            if (!folder.hasCluster() && Files.getFileStore(root).getUsableSpace() < firstStartSpace.toBytes()) {
                throw DatabaseStartException.noSpace(root, firstStartSpace);
            }
        } catch (IOException e) {
            throw DatabaseStartException.notWritable(root, e);
        }
        return folder;
    }

    /** Makes a file if it is missing, and lets only its owner read it. */
    static void makePrivate(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
        Files.setPosixFilePermissions(file, PRIVATE);
    }

    boolean hasCluster() {
        return Files.exists(cluster());
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    /** A cluster that is being made; renamed when whole, so that a crash leaves none that is half made. */
    Path unfinishedCluster() {
        return root.resolve("postgres.new");
    }

    Path serverLog() {
        return root.resolve("postgres.log");
    }

    Path toolLog() {
        return root.resolve("postgres-tools.log");
    }

    Path password() {
        return root.resolve("postgres.password");
    }

    Path lock() {
        return root.resolve("portal.lock");
    }
}
