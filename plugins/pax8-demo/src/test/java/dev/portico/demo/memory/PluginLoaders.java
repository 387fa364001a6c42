package dev.portico.demo.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The class loaders of plugins in a portal, as they come and go. */
public final class PluginLoaders {

    private static final String LOADER = "dev.portico.host.plugins.HostPluginClassLoader";

    private final JavaProcess portal;

    /** Those of that portal. */
    public PluginLoaders(JavaProcess portal) {
        this.portal = portal;
    }

    /**
     * Collects until no more than so many are alive.
     *
     * @throws AssertionError if more stay, with what keeps each alive
     */
    public void awaitAtMost(long most, Duration patience) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> alive() <= most);
        } catch (ConditionTimeoutException e) {
            Path dump = folder().resolve("portal.hprof");
            throw new AssertionError(
                    alive() + " loaders are alive; the heap is in " + dump + ":\n"
                            + String.join("\n", portal.dump(dump).pathsTo(LOADER)),
                    e);
        }
    }

    private long alive() {
        return portal.liveInstances(LOADER);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("unload");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
