package dev.portico.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** Folders that outlive a test class, such as those of portals that several classes share. */
public final class TestFolder {

    private TestFolder() {}

    /** A new folder, which is deleted when this JVM and the portals in it end. */
    public static Path create(String prefix) {
        try {
            Path folder = Files.createTempDirectory(prefix);
            // why not a hook of its own: it would delete beside the portals of the tests, which still use the folder
            SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
