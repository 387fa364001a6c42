package dev.portico.host.jobs;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** The jobs of each plugin, as the plugin sees them and as the portal ends them. */
@Service
public class PluginJobs {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final JobRegistry registry;
    private final JobRuns runs;
    private final RunHistory history;
    private final LiveRuns live;
    private final JobQueue queue;
    private final RunCancellation cancellation;
    private final Schedules schedules;
    private final CurrentUser user;

    PluginJobs(
            JobRegistry registry,
            JobRuns runs,
            RunHistory history,
            LiveRuns live,
            JobQueue queue,
            RunCancellation cancellation,
            Schedules schedules,
            CurrentUser user) {
        this.registry = registry;
        this.runs = runs;
        this.history = history;
        this.live = live;
        this.queue = queue;
        this.cancellation = cancellation;
        this.schedules = schedules;
        this.user = user;
    }

    /** The jobs of one plugin. */
    public Jobs forPlugin(String pluginId) {
        return new HostJobs(pluginId, registry, runs, history, queue, cancellation, schedules, user);
    }

    /**
     * Asks all runs of a plugin to stop, on all nodes, and waits for those of this node.
     *
     * @param deadline how long to wait; those that ignore the request are interrupted after about five seconds
     * @return whether none is under way here any more
     */
    public boolean stopAll(String pluginId, Duration deadline) throws InterruptedException {
        cancellation.cancelAll(pluginId);
        return live.awaitNone(pluginId, deadline);
    }

    /** Like {@link #stopAll}, but only the runs of this node. */
    public boolean stopHere(String pluginId, Duration deadline) throws InterruptedException {
        live.stopAll(pluginId);
        return live.awaitNone(pluginId, deadline);
    }

    /** Forgets the jobs of a plugin on this node; what they planned stays, because other nodes go on. */
    public void forget(String pluginId) {
        registry.forget(pluginId);
    }

    /**
     * Waits until no run of the plugin is under way on any node, without asking one to stop.
     *
     * @return no, if one still is at the end of that time
     */
    public boolean awaitIdle(String pluginId, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (history.anyRunning(pluginId)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    /** How many runs of a plugin the history holds. */
    public long countRuns(String pluginId) {
        return history.count(pluginId);
    }

    /** Takes away the plans of all jobs of a plugin and its waiting runs; the history and a pause stay. */
    public void unschedule(String pluginId) {
        schedules.unplan(pluginId);
        cancellation.cancelAll(pluginId);
    }

    /** Deletes schedules, waiting runs and the history of a plugin; runs that are under way are asked to stop. */
    public void deleteAll(String pluginId) {
        schedules.removeAll(pluginId);
        cancellation.cancelAll(pluginId);
        history.deleteAll(pluginId);
    }
}
