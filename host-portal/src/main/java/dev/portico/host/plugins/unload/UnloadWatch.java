package dev.portico.host.plugins.unload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Watches whether unloaded class loaders really go. A quiet portal may not collect its old generation for hours, so the
 * collector is asked once for each loader before anybody is told that it lingers.
 */
@Component
public class UnloadWatch {

    /** Name of the gauge that counts, for each plugin, loaders that linger longer than {@link #PATIENCE}. */
    public static final String LINGERING = "portico.plugin.loaders.lingering";

    /** How long after its unloading a loader may be alive without being worth a word. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    /** When the collector is asked, so that its answer is there when the patience ends. */
    private static final Duration ASKED_AFTER = PATIENCE.minusSeconds(30);

    private final Clock clock;
    private final MeterRegistry meters;
    private final Set<Watched> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Watched> watched = new ArrayList<>();
    private final Map<String, Meter> gauges = new HashMap<>();

    UnloadWatch(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    private record Watched(WeakReference<ClassLoader> loader, Lingering unloaded) {}

    /** Begins to watch a loader that has just been unloaded. */
    public synchronized void watch(String pluginId, String version, ClassLoader loader) {
        forgetCollected();
        watched.add(new Watched(new WeakReference<>(loader), new Lingering(pluginId, version, Instant.now(clock))));
        gauges.computeIfAbsent(pluginId, id -> Gauge.builder(LINGERING, this, watch -> watch.lingering(id))
                .tag("plugin", id)
                .description("Unloaded versions of the plugin that are still in memory after some minutes")
                .register(meters));
    }

    /** Asks the collector for loaders that nearly outlived the patience, once for each; to be called every few seconds. */
    public void collect() {
        if (askForAnother()) {
            System.gc();
        }
    }

    private synchronized boolean askForAnother() {
        forgetCollected();
        Instant before = Instant.now(clock).minus(ASKED_AFTER);
        List<Watched> due = watched.stream()
                .filter(it -> it.unloaded().unloadedAt().isBefore(before))
                .toList();
        asked.retainAll(watched);
        return asked.addAll(due);
    }

    /** What was unloaded longer ago than that and is still in memory, the oldest first. */
    public synchronized List<Lingering> lingering(Duration olderThan) {
        forgetCollected();
        Instant before = Instant.now(clock).minus(olderThan);
        return watched.stream()
                .map(Watched::unloaded)
                .filter(it -> it.unloadedAt().isBefore(before))
                .toList();
    }

    private double lingering(String pluginId) {
        return lingering(PATIENCE).stream()
                .filter(it -> it.pluginId().equals(pluginId))
                .count();
    }

    private void forgetCollected() {
        watched.removeIf(it -> it.loader().refersTo(null));
        gauges.entrySet().removeIf(gauge -> {
            boolean nothingLeft =
                    watched.stream().noneMatch(it -> it.unloaded().pluginId().equals(gauge.getKey()));
            if (nothingLeft) {
                meters.remove(gauge.getValue());
            }
            return nothingLeft;
        });
    }
}
