package dev.portico.host.plugins.calls;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The metrics of the running plugins. They go with the plugin. */
@Component
public class PluginMetrics {

    private final MeterRegistry registry;
    private final Map<String, List<CallMeters>> open = new ConcurrentHashMap<>();

    /** Metrics kept in that registry. */
    public PluginMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Metrics for a plugin that starts; they last until {@link #forget}. */
    public CallMeters open(String plugin, String version, AbandonedCalls abandoned) {
        CallMeters meters = new CallMeters(registry, plugin, version, abandoned);
        open.computeIfAbsent(plugin, id -> new CopyOnWriteArrayList<>()).add(meters);
        return meters;
    }

    /** Removes all metrics of a plugin that has stopped or could not be started. */
    public void forget(String plugin) {
        List<CallMeters> gone = open.remove(plugin);
        if (gone != null) {
            gone.forEach(CallMeters::close);
        }
    }
}
