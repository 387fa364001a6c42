package dev.portico.host.plugins;

import dev.portico.host.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who this node is. It is the same after a restart, so that a node knows what it left unfinished when it was killed. */
@Component
class NodeIdentity {

    private final UUID id;
    private final String name;

    NodeIdentity(DataFolder dataFolder) {
        this.id = read(dataFolder.path().resolve("node-id"));
        this.name = host() + "-" + id.toString().substring(0, 4);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    private static UUID read(Path file) {
        try {
            if (Files.exists(file)) {
                return UUID.fromString(Files.readString(file).strip());
            }
            UUID fresh = UUID.randomUUID();
            Files.createDirectories(file.getParent());
            Files.writeString(file, fresh.toString());
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("The id of this node cannot be kept in " + file + ": check space and rights", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " does not hold the id of a node: delete the file and start again", e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node"; // why: a machine without a name still runs a portal, the id tells nodes apart
        }
    }
}
