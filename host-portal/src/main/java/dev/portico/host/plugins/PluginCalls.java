package dev.portico.host.plugins;

import dev.portico.host.plugins.calls.AbandonedCalls;
import dev.portico.host.plugins.calls.Breaker;
import dev.portico.host.plugins.calls.CallKind;
import dev.portico.host.plugins.calls.CallMeters;
import dev.portico.host.plugins.calls.CallOutcome;
import dev.portico.host.plugins.calls.CallWindow;
import dev.portico.host.plugins.calls.Code;
import dev.portico.host.plugins.calls.PluginMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gateway remembers of the calls into one running plugin. */
final class PluginCalls {

    /** Most failures that are kept, one for each thing wanted of the plugin; the oldest goes. */
    static final int MOST_FAILURES = 20;

    private final Code code;
    private final AbandonedCalls abandoned = new AbandonedCalls();
    private final Breaker breaker = new Breaker(abandoned);
    private final CallWindow window = new CallWindow();
    private final CallMeters meters;
    private final Map<String, PluginFailure> failures = new LinkedHashMap<>();
    private @Nullable PluginFailure last;

    PluginCalls(Code code, PluginMetrics metrics) {
        this.code = code;
        this.meters = metrics.open(code.id(), code.version(), abandoned);
    }

    /** Takes the metrics away. */
    void close() {
        meters.close();
    }

    Code code() {
        return code;
    }

    AbandonedCalls abandoned() {
        return abandoned;
    }

    Breaker breaker() {
        return breaker;
    }

    /** Counts a call that ended. */
    void ended(String what, CallOutcome outcome, Duration took, Instant now) {
        meters.record(CallKind.of(what), outcome, took);
        if (outcome != CallOutcome.REFUSED) {
            window.add(now, took, outcome.failed());
        }
    }

    synchronized void failed(PluginFailure failure) {
        failures.remove(failure.what());
        failures.put(failure.what(), failure);
        if (failures.size() > MOST_FAILURES) {
            failures.remove(failures.keySet().iterator().next());
        }
        last = failure;
    }

    synchronized void wentWell(String what) {
        failures.remove(what);
    }

    /** The newest failure whose call has not gone well since then. */
    synchronized Optional<PluginFailure> lastFailure() {
        return failures.values().stream().max(Comparator.comparing(PluginFailure::at));
    }

    synchronized PluginHealth health(Instant now) {
        CallWindow.Totals totals = window.totals(now);
        return new PluginHealth(totals.calls(), totals.errors(), totals.slowest(), Optional.ofNullable(last));
    }
}
