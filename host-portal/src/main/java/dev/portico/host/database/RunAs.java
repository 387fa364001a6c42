package dev.portico.host.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL is run.
 *
 * @param prefix put before each command
 * @param owner to whom its files must be given, null if they stay with the user who runs the portal
 */
record RunAs(List<String> prefix, @Nullable Owner owner) {

    /** A user and a group by their ids. */
    record Owner(int uid, int gid) {

        static Owner of(Path path) throws IOException {
            return new Owner(
                    (int) Files.getAttribute(path, "unix:uid"), (int) Files.getAttribute(path, "unix:gid"));
        }
    }

    /** Chooses a way that suits the machine and the owner of the cluster, if there is one already. */
    static RunAs on(Machine machine, DatabaseFolder folder) {
        Path cluster = folder.cluster();
        try {
            Owner existing = folder.hasCluster() ? Owner.of(cluster) : null;
            if (machine.uid() != 0) {
                if (existing != null && existing.uid() != machine.uid()) {
                    throw DatabaseStartException.foreignOwner(cluster, existing.uid(), machine.uid());
                }
                return new RunAs(List.of(), null);
            }
            boolean ownedByAnother = existing != null && existing.uid() != 0;
            if (machine.unshare() && !ownedByAnother) {
                return new RunAs(List.of("unshare", "-U"), null);
            }
            if (!machine.setpriv()) {
                throw DatabaseStartException.rootRefused(cluster);
            }
            return as(ownedByAnother ? existing : unprivilegedUser(folder));
        } catch (IOException e) {
            throw DatabaseStartException.notWritable(cluster, e);
        }
    }

    private static RunAs as(Owner owner) {
        return new RunAs(
                List.of("setpriv", "--reuid=" + owner.uid(), "--regid=" + owner.gid(), "--clear-groups", "--"), owner);
    }

    /** The system's user for PostgreSQL, or else the one for programs that own nothing. */
    private static Owner unprivilegedUser(DatabaseFolder folder) throws IOException {
        List<String> users = Files.readAllLines(Path.of("/etc/passwd"));
        for (String name : List.of("postgres", "nobody")) {
            for (String user : users) {
                String[] fields = user.split(":");
                if (fields.length > 3 && fields[0].equals(name)) {
                    return new Owner(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
                }
            }
        }
        throw DatabaseStartException.rootRefused(folder.cluster());
    }

    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Gives a file, or a folder with all that is in it, to the user as whom PostgreSQL runs. */
    void own(Path path) throws IOException {
        if (owner == null) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, "unix:uid", owner.uid(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:gid", owner.gid(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
