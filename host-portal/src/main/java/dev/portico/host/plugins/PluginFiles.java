package dev.portico.host.plugins;

import dev.portico.host.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The jars of running plugins as files of this node; the database holds the originals. */
@Component
class PluginFiles {

    private final PluginStore store;
    private final Path folder;

    PluginFiles(PluginStore store, DataFolder dataFolder) {
        this.store = store;
        this.folder = dataFolder.path().resolve("plugins");
    }

    Path folder() {
        return folder;
    }

    /** The plugin's jar as a file, written if it is not there yet. */
    Path unpacked(InstalledPlugin plugin) {
        Path file = folder.resolve(plugin.id() + "-" + plugin.sha256().substring(0, 16) + ".jar");
        try {
            Files.createDirectories(folder);
            removeOthers(plugin.id(), file);
            if (!Files.exists(file)) {
                Path part = Files.createTempFile(folder, plugin.id(), ".part");
                Files.write(part, store.jar(plugin.id(), plugin.sha256()));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The plugin's file cannot be written to " + folder + ": check space and rights there", e);
        }
    }

    private void removeOthers(String id, Path wanted) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(it -> it.getFileName().toString().matches(id + "-[0-9a-f]{16}\\.jar"))
                    .filter(it -> !it.equals(wanted))
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
