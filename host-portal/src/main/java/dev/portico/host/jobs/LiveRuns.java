package dev.portico.host.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** The runs that are under way on this node. */
@Component
class LiveRuns {

    private final Map<UUID, LiveRun> runs = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    void add(LiveRun run) {
        runs.put(run.id(), run);
    }

    void remove(LiveRun run) {
        runs.remove(run.id(), run);
        lock.lock();
        try {
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop(UUID id) {
        LiveRun run = runs.get(id);
        if (run != null) {
            run.stop();
        }
    }

    /** Asks all runs of a plugin here to stop. */
    void stopAll(String pluginId) {
        runs.values().stream().filter(run -> run.pluginId().equals(pluginId)).forEach(LiveRun::stop);
    }

    /** Waits until no run of the plugin is under way here; no, if one still is after that time. */
    boolean awaitNone(String pluginId, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (any(pluginId) && left > 0) {
                left = ended.awaitNanos(left);
            }
            return !any(pluginId);
        } finally {
            lock.unlock();
        }
    }

    private boolean any(String pluginId) {
        return runs.values().stream().anyMatch(run -> run.pluginId().equals(pluginId));
    }
}
