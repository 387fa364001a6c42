package dev.portico.host.plugins.calls;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The metrics of one running plugin; once closed it makes none, so that a late call leaves nothing behind. */
public final class CallMeters {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final List<Meter> all = new ArrayList<>();
    private boolean closed;

    CallMeters(MeterRegistry registry, String plugin, String version, AbandonedCalls abandoned) {
        this.registry = registry;
        this.tags = Tags.of("plugin", plugin, "version", version);
        all.add(Gauge.builder("portico.plugin.abandoned", abandoned, AbandonedCalls::count)
                .description("Threads in calls into the plugin that ignored their interruption and are still busy")
                .tags(tags)
                .register(registry));
    }

    /** Counts a call that ended and its time. */
    public void record(CallKind kind, CallOutcome outcome, Duration took) {
        Key key = new Key(kind, outcome);
        Timer known = timers.get(key);
        if (known != null) {
            known.record(took);
        } else {
            recordFirst(key, took);
        }
    }

    private synchronized void recordFirst(Key key, Duration took) {
        if (!closed) {
            timers.computeIfAbsent(key, this::timer).record(took);
        }
    }

    private Timer timer(Key key) {
        Timer timer = Timer.builder("portico.plugin.calls")
                .description("Calls into the plugin")
                .tags(tags.and("call", key.kind().tag(), "outcome", key.outcome().tag()))
                .register(registry);
        all.add(timer);
        return timer;
    }

    /** Removes them. */
    public synchronized void close() {
        closed = true;
        all.forEach(registry::remove);
        all.clear();
    }

    private record Key(CallKind kind, CallOutcome outcome) {}
}
