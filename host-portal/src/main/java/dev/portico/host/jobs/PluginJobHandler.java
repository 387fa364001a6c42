package dev.portico.host.jobs;

import dev.portico.api.host.Jobs.RunState;
import dev.portico.host.jobs.JobRuns.Begin;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jobrunr.jobs.context.JobContext;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.states.DeletedState;
import org.jobrunr.server.runner.ThreadLocalJobContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs the jobs of all plugins, once at a time each. Public, because JobRunr calls it by reflection. */
@Component
public class PluginJobHandler implements JobRequestHandler<PluginJobRequest> {

    private static final Duration MOST_HOLD = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final JobRegistry registry;
    private final JobRuns runs;
    private final RunExecution execution;
    private final JobQueue queue;
    private final RunTexts texts;
    private final ObjectProvider<JobHold> holds;

    PluginJobHandler(
            JobRegistry registry,
            JobRuns runs,
            RunExecution execution,
            JobQueue queue,
            RunTexts texts,
            ObjectProvider<JobHold> holds) {
        this.holds = holds;
        this.registry = registry;
        this.runs = runs;
        this.execution = execution;
        this.queue = queue;
        this.texts = texts;
    }

    @Override
    public void run(PluginJobRequest request) throws Exception {
        JobContext context = ThreadLocalJobContext.getJobContext();
        UUID id = context.getJobId();
        awaitRelease(request.pluginId());
        Optional<RegisteredJob> job = registry.await(request.pluginId(), request.jobId());
        if (job.isEmpty()) {
            String reason = texts.text("run.absent", request.pluginId(), request.jobId());
            context.logger().warn(reason);
            runs.skip(id, request, reason);
            return;
        }
        switch (runs.begin(id, request, queuedAgain(id))) {
            case Begin.Busy() -> context.logger().warn(texts.text("run.busy"));
            case Begin.Cancelled() -> {
                context.logger().warn(texts.text("run.cancelled"));
                runs.close(id, RunState.CANCELLED, texts.text("run.cancelled"));
            }
            case Begin.Started(int attempt) ->
                execution.execute(job.get(), new LiveRun(context, runs, request, attempt, texts.text("run.lines")));
        }
    }

    /** Waits while the plugin is held; after that time the run begins all the same, and meets what is there. */
    private void awaitRelease(String pluginId) throws InterruptedException {
        long deadline = System.nanoTime() + MOST_HOLD.toNanos();
        while (holds.stream().anyMatch(hold -> hold.held(pluginId)) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** Whether somebody queued the job again after it was deleted; else a run that was stopped stays so. */
    private boolean queuedAgain(UUID id) {
        return queue.find(id)
                .map(job -> job.getJobStatesOfType(DeletedState.class).findAny().isPresent())
                .orElse(false);
    }
}
