package dev.portico.host.jobs;

import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stops runs: politely at once, and by an interrupt from JobRunr within its poll interval. */
@Component
public class RunCancellation {

    private final JobRuns runs;
    private final RunHistory history;
    private final LiveRuns live;
    private final JobQueue queue;
    private final RunTexts texts;

    RunCancellation(JobRuns runs, RunHistory history, LiveRuns live, JobQueue queue, RunTexts texts) {
        this.runs = runs;
        this.history = history;
        this.live = live;
        this.queue = queue;
        this.texts = texts;
    }

    void cancel(String pluginId, UUID id) {
        if (runs.cancel(pluginId, id, texts.text("run.cancelling"), texts.text("run.cancelled"))) {
            live.stop(id);
            queue.delete(id, texts.text("run.cancelled"));
        }
    }

    void cancelAll(String pluginId) {
        history.unfinished(pluginId, Duration.ZERO).forEach(run -> cancel(pluginId, run.id()));
    }

    /** Follows the deletion of a job in the dashboard. */
    public void jobDeleted(UUID id) {
        history.unfinished("", Duration.ZERO).stream()
                .filter(run -> run.id().equals(id))
                .forEach(run -> cancel(run.request().pluginId(), id));
    }
}
