package dev.portico.host.database;

import dev.portico.host.startup.StartFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The embedded database cannot be used; whoever runs the portal has to act. */
public final class DatabaseStartException extends StartFailure {

    private static final String OWN_SERVER =
            "use a PostgreSQL server of your own with spring.datasource.url, spring.datasource.username and "
                    + "spring.datasource.password";

    private DatabaseStartException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }

    static DatabaseStartException noBinaries(String system, String architecture) {
        return new DatabaseStartException(
                "The portal brings PostgreSQL for Linux on amd64 and arm64 only; this machine is %s on %s."
                        .formatted(system, architecture),
                "On this machine, " + OWN_SERVER + ".",
                null);
    }

    static DatabaseStartException portTaken(int port) {
        return new DatabaseStartException(
                "Port %d, on which the embedded database shall listen, is taken by another program.".formatted(port),
                "Stop the other program, or set portico.database.port to another port, or to 0 for any free one.",
                null);
    }

    static DatabaseStartException folderInUse(Path folder, String holder) {
        return new DatabaseStartException(
                "Another portal%s uses the data folder %s.".formatted(holder, folder),
                "Stop the other portal, or give this one a folder of its own with portico.data-folder.",
                null);
    }

    /** A folder or file that cannot be used; a full disk is told apart. */
    static DatabaseStartException notWritable(Path path, @Nullable Throwable cause) {
        if (cause != null && String.valueOf(cause.getMessage()).contains("No space left on device")) {
            return noSpace(path, null);
        }
        return new DatabaseStartException(
                "The portal cannot create or write %s.".formatted(path),
                "Let the user who runs the portal own that folder, or choose another one with portico.data-folder.",
                cause);
    }

    static DatabaseStartException noSpace(Path folder, @Nullable DataSize needed) {
        return new DatabaseStartException(
                "There is not enough free space on the disk that holds %s.".formatted(folder),
                (needed == null ? "Free some space" : "Free at least %d MB".formatted(needed.toMegabytes()))
                        + ", or move the data folder to another disk with portico.data-folder.",
                null);
    }

    static DatabaseStartException otherVersion(Path cluster, String found, String expected) {
        return new DatabaseStartException(
                "The database in %s was written by PostgreSQL %s, this portal brings PostgreSQL %s."
                        .formatted(cluster, found, expected),
                "Start it with the portal version that wrote it, or export the data there and import them into a new "
                        + "folder (portico.data-folder), or " + OWN_SERVER + ".",
                null);
    }

    static DatabaseStartException passwordMissing(Path file, Path cluster) {
        return new DatabaseStartException(
                "The database %s is there, but the file with its password is not: %s.".formatted(cluster, file),
                "Put the file back from your backup; it belongs to the data folder.",
                null);
    }

    static DatabaseStartException passwordRefused(Path file, Throwable cause) {
        return new DatabaseStartException(
                "The embedded database refuses the password in %s.".formatted(file),
                "Put back the file that was made together with this database.",
                cause);
    }

    static DatabaseStartException rootRefused(Path cluster) {
        return new DatabaseStartException(
                "PostgreSQL refuses to run as root, and this machine lets the portal use neither unshare nor setpriv.",
                "Run the portal as an ordinary user who owns %s, install util-linux, or %s."
                        .formatted(cluster.getParent(), OWN_SERVER),
                null);
    }

    static DatabaseStartException foreignOwner(Path cluster, int owner, int user) {
        return new DatabaseStartException(
                "The database %s belongs to the user with id %d, but the portal runs as the user with id %d."
                        .formatted(cluster, owner, user),
                "Run the portal as its owner, or give the whole data folder to the user who runs the portal (chown -R).",
                null);
    }

    static DatabaseStartException folderClosed(Path folder, RunAs runAs) {
        return new DatabaseStartException(
                "PostgreSQL, started with \"%s\", may not enter the folder %s."
                        .formatted(String.join(" ", runAs.prefix()), folder),
                "Let everybody pass the folders above it (chmod o+x), or choose another place with portico.data-folder.",
                null);
    }

    static DatabaseStartException orphanStays(Path cluster, long pid) {
        return new DatabaseStartException(
                "A PostgreSQL left over from an earlier start (process %d) still uses %s and does not stop."
                        .formatted(pid, cluster),
                "End process %d, then start the portal again.".formatted(pid),
                null);
    }

    static DatabaseStartException slow(Path log, long seconds) {
        return new DatabaseStartException(
                "The embedded database did not become ready within %d seconds.".formatted(seconds),
                "After a crash its recovery may take long: raise portico.database.start-timeout. Details are in %s."
                        .formatted(log),
                null);
    }

    static DatabaseStartException failed(String step, String output, Path log, @Nullable Throwable cause) {
        return new DatabaseStartException(
                "The embedded database failed at: %s.%n%s".formatted(step, output),
                "Details are in %s. If this machine cannot run it, %s.".formatted(log, OWN_SERVER),
                cause);
    }
}
