package dev.portico.api.kit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.IntegrationPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** Plugins with one fault each must fail the contract, and be told what to do. */
abstract class ContractUnderTest {

    @TempDir
    Path folder;

    final Map<String, String> files = new HashMap<>(SoundPlugin.RESOURCES);

    PluginContract contract(IntegrationPlugin plugin) {
        try {
            return new PluginContract(plugin, loader(Files.createTempDirectory(folder, "plugin"), files)) {};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sees these files and nothing of the test's own class path. */
    static ClassLoader loader(Path root, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new URLClassLoader(new URL[] {root.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    static void refused(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
