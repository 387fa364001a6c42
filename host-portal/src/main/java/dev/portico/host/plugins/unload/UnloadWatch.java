package dev.portico.host.plugins.unload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** provisional */
@Component
public class UnloadWatch {

    public record Lingering(String pluginId, String version, Instant unloadedAt) {}

    public void watch(String pluginId, String version, ClassLoader loader) {}

    public List<Lingering> lingering(Duration olderThan) {
        return List.of();
    }
}
