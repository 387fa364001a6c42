package dev.portico.host.jobs;

import dev.portico.api.host.Jobs.RunState;
import dev.portico.host.jobs.RunHistory.Unfinished;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.FailedState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares unfinished runs with JobRunr, which is asked outside of transactions: what a crash or an outage left apart
 * comes together here.
 */
@Component
class RunSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(RunSweeper.class);

    // why: a job that was deleted may still be on its way to the end, on any node
    private static final Duration STOPPING = Duration.ofSeconds(60);

    private final RunHistory history;
    private final JobRuns runs;
    private final JobQueue queue;
    private final JobRegistry registry;
    private final RunTexts texts;
    private final JobSettings settings;
    private final Clock clock;

    RunSweeper(
            RunHistory history,
            JobRuns runs,
            JobQueue queue,
            JobRegistry registry,
            RunTexts texts,
            JobSettings settings,
            Clock clock) {
        this.history = history;
        this.runs = runs;
        this.queue = queue;
        this.registry = registry;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    void sweep() {
        for (Unfinished run : history.unfinished("", settings.sweepEvery())) {
            Optional<Job> job = queue.find(run.id());
            if (job.isPresent()) {
                compare(run, job.get());
            } else if (run.state() == RunState.QUEUED) {
                LOG.info("Run {} was not handed over yet", run.id());
                queue.enqueue(run.id(), run.request(), name(run.request()));
            } else {
                close(run, RunState.FAILED, texts.text("run.lost"));
            }
        }
    }

    private void compare(Unfinished run, Job job) {
        Duration rest = Duration.between(job.getUpdatedAt(), clock.instant());
        switch (job.getState()) {
            case PROCESSING -> LOG.trace("Run {} is under way", run.id());
            case AWAITING, SCHEDULED, ENQUEUED -> {
                if (run.state() == RunState.RUNNING) {
                    runs.waitAgain(run.id(), null);
                }
            }
            case FAILED -> close(run, RunState.FAILED, RunStates.message(job.<FailedState>getJobState()));
            case SUCCEEDED -> close(run, RunState.FAILED, texts.text("run.lost"));
            case DELETED -> {
                if (run.state() == RunState.QUEUED || rest.compareTo(STOPPING) > 0) {
                    close(run, RunState.CANCELLED, texts.text("run.cancelled"));
                }
            }
        }
    }

    private void close(Unfinished run, RunState state, String message) {
        LOG.info("Run {} ended as {}: {}", run.id(), state, message);
        runs.close(run.id(), state, message);
    }

    private String name(PluginJobRequest request) {
        return registry.find(request.pluginId(), request.jobId())
                .map(job -> job.name().get())
                .orElse(request.pluginId() + ": " + request.jobId());
    }
}
