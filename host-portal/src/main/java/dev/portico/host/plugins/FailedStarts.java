package dev.portico.host.plugins;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Starts that failed here: each is tried again later and later, and at once when its plugin is changed. */
final class FailedStarts {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final Clock clock;
    private final Map<String, Failed> failed = new HashMap<>();

    FailedStarts(Clock clock) {
        this.clock = clock;
    }

    private record Failed(long revision, Duration pause, Instant at) {}

    boolean mayTry(InstalledPlugin plugin) {
        Failed last = failed.get(plugin.id());
        return last == null
                || last.revision != plugin.revision()
                || !clock.instant().isBefore(last.at.plus(last.pause));
    }

    void note(InstalledPlugin plugin) {
        failed.merge(
                plugin.id(),
                new Failed(plugin.revision(), FIRST_PAUSE, clock.instant()),
                (last, first) -> last.revision == first.revision
                        ? new Failed(first.revision, longer(last.pause), first.at)
                        : first);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    void forget(String id) {
        failed.remove(id);
    }

    void retain(Collection<String> installed) {
        failed.keySet().retainAll(installed);
    }
}
