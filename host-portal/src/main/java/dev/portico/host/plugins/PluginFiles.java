package dev.portico.host.plugins;

import dev.portico.host.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The jars of loaded plugins as files of this node; the database holds the originals. */
@Component
class PluginFiles {

    private final Path folder;

    PluginFiles(DataFolder dataFolder) {
        this.folder = dataFolder.path().resolve("plugins");
    }

    Path folder() {
        return folder;
    }

    /** Writes a jar into a file of its own, so that what is loaded is what was verified. */
    Path write(PluginCode code, byte[] jar) {
        try {
            Files.createDirectories(folder);
            return Files.write(Files.createTempFile(folder, code.id() + "-" + code.version() + "-", ".jar"), jar);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The plugin's file cannot be written to " + folder + ": check space and rights there", e);
        }
    }

    /** Deletes a jar that is not loaded any more. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be deleted: check the rights", e);
        }
    }

    /** Deletes what a former run of this node left behind. */
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(it -> it.toString().endsWith(".jar")).forEach(this::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Old plugin files in " + folder + " cannot be deleted: check the rights", e);
        }
    }
}
