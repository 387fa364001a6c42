package dev.portico.host.jobs;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one plugin sees of its jobs. */
class HostJobs implements Jobs {

    private static final int TRIES = 5;

    private final String pluginId;
    private final JobRegistry registry;
    private final JobRuns runs;
    private final RunHistory history;
    private final JobQueue queue;
    private final RunCancellation cancellation;
    private final Schedules schedules;
    private final CurrentUser user;

    HostJobs(
            String pluginId,
            JobRegistry registry,
            JobRuns runs,
            RunHistory history,
            JobQueue queue,
            RunCancellation cancellation,
            Schedules schedules,
            CurrentUser user) {
        this.pluginId = pluginId;
        this.registry = registry;
        this.runs = runs;
        this.history = history;
        this.queue = queue;
        this.cancellation = cancellation;
        this.schedules = schedules;
        this.user = user;
    }

    @Override
    public Start start(String jobId, Optional<String> argument) {
        RegisteredJob job = registry.find(pluginId, jobId)
                .orElseThrow(() -> new IllegalArgumentException("The plugin " + pluginId + " has no job " + jobId));
        PluginJobRequest request =
                new PluginJobRequest(pluginId, jobId, Trigger.MANUAL.name(), user.name(), argument.orElse(null));
        // why several: the run that is in the way may end between the two questions
        for (int attempt = 0; attempt < TRIES; attempt++) {
            UUID id = UUID.randomUUID();
            if (runs.request(id, request)) {
                queue.enqueueAfterCommit(id, request, job.name().get());
                return new Start(history.byId(pluginId, id).orElseThrow(), false);
            }
            Optional<Run> underWay = history.unfinished(pluginId, jobId);
            if (underWay.isPresent()) {
                queue.hurry(underWay.get());
                return new Start(underWay.get(), true);
            }
        }
        throw new IllegalStateException("Runs of " + pluginId + " " + jobId + " start and end too fast to join one");
    }

    @Override
    public void cancel(UUID runId) {
        cancellation.cancel(pluginId, runId);
    }

    @Override
    public Optional<Run> latest(String jobId) {
        return history.latest(pluginId, jobId);
    }

    @Override
    public Optional<Run> latestSucceeded(String jobId) {
        return history.latestSucceeded(pluginId, jobId);
    }

    @Override
    public List<Schedule> schedules() {
        return schedules.of(pluginId, registry.ofPlugin(pluginId));
    }

    @Override
    public void pauseSchedules(boolean paused) {
        schedules.pause(pluginId, paused, registry.ofPlugin(pluginId));
    }
}
