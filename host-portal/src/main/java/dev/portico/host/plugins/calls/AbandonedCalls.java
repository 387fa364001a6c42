package dev.portico.host.plugins.calls;

import java.util.HashMap;
import java.util.Map;

/** How many threads of a plugin ignored that they were interrupted and are still busy. */
public final class AbandonedCalls {

    private final Map<String, Integer> counts = new HashMap<>();

    /** All of them. */
    public synchronized int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those that are in one kind of call. */
    synchronized int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    synchronized void add(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    synchronized void remove(String what) {
        counts.computeIfPresent(what, (key, count) -> count == 1 ? null : count - 1);
    }
}
