package dev.portico.host.plugins.calls;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The metrics of the running plugins. They go with the plugin. */
@Component
public class PluginMetrics {

    private final MeterRegistry registry;

    /** Metrics kept in that registry. */
    public PluginMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Metrics for a plugin that is loaded; they last until they are closed. */
    public CallMeters open(String plugin, String version, AbandonedCalls abandoned) {
        return new CallMeters(registry, plugin, version, abandoned);
    }
}
