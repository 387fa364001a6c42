package dev.portico.host.jobs;

import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.SyncCounts;
import dev.portico.host.security.Acting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls a plugin's job, and turns what comes of it into the end of the run and into what JobRunr is told. */
@Component
class RunExecution {

    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final JobRuns runs;
    private final LiveRuns live;
    private final Steward steward;
    private final RunTexts texts;
    private final ObjectProvider<JobGateway> gateway;

    RunExecution(JobRuns runs, LiveRuns live, Steward steward, RunTexts texts, ObjectProvider<JobGateway> gateway) {
        this.runs = runs;
        this.live = live;
        this.steward = steward;
        this.texts = texts;
        this.gateway = gateway;
    }

    /** What came of the call. It holds nothing of the plugin's. */
    private sealed interface Result {

        record Returned(JobOutcome outcome) implements Result {}

        record Threw(String message, boolean interrupted) implements Result {}
    }

    /**
     * Does a run.
     *
     * @throws JobFailed if a person has to act; JobRunr does not retry
     * @throws JobFault if the plugin's job threw; JobRunr retries
     * @throws InterruptedException if the run was stopped; JobRunr retries unless it was deleted
     */
    void execute(RegisteredJob job, LiveRun run) throws InterruptedException {
        Result result = call(job, run);
        // why: an interrupted virtual thread cannot talk to the database
        boolean interrupted = Thread.interrupted() || (result instanceof Result.Threw threw && threw.interrupted());
        run.writeProgress();
        boolean cancel = runs.cancelRequested(run.id()) || run.deleted();
        settle(run, result, cancel, interrupted);
        if (cancel) {
            steward.markDeleted(run.id(), texts.text("run.cancelled"));
            throw new InterruptedException(texts.text("run.cancelled"));
        }
    }

    private Result call(RegisteredJob job, LiveRun run) {
        JobGateway way = gateway.getIfAvailable(() -> (plugin, work) -> work.call());
        live.add(run);
        try {
            JobOutcome outcome = RunThread.call("run-" + job.pluginId() + "-" + job.jobId(), () -> Acting.asSystem(
                    () -> way.call(job.pluginId(), () -> job.job().get().run(run))));
            return isWhole(outcome)
                    ? new Result.Returned(outcome)
                    : new Result.Threw(texts.text("run.nothing"), false);
        } catch (Throwable fault) {
            // why Throwable: an Error of a plugin, such as a class that is missing, is a fault of this run only
            LOG.warn("Run {} of {} {} failed", run.id(), job.pluginId(), job.jobId(), fault);
            return new Result.Threw(texts.fault(fault), fault instanceof InterruptedException);
        } finally {
            run.endAlongside();
            live.remove(run);
        }
    }

    /** Whether a plugin left nothing out. */
    private static boolean isWhole(@Nullable JobOutcome outcome) {
        return switch (outcome) {
            case null -> false;
            case JobOutcome.Succeeded(SyncCounts counts) -> counts != null;
            case JobOutcome.Incomplete(SyncCounts counts, String reason) -> counts != null && reason != null;
            case JobOutcome.Failed(String reason) -> reason != null;
            case JobOutcome.Cancelled(SyncCounts counts) -> counts != null;
        };
    }

    private void settle(LiveRun run, Result result, boolean cancel, boolean interrupted) throws InterruptedException {
        switch (result) {
            case Result.Returned(JobOutcome.Succeeded(SyncCounts counts)) ->
                finish(run, RunState.SUCCEEDED, counts, null);
            case Result.Returned(JobOutcome.Incomplete(SyncCounts counts, String reason)) -> {
                run.warn(reason);
                finish(run, RunState.INCOMPLETE, counts, reason);
            }
            case Result.Returned(JobOutcome.Cancelled(SyncCounts counts)) when cancel ->
                finish(run, RunState.CANCELLED, counts, texts.text("run.cancelled"));
            case Result.Returned(JobOutcome.Cancelled(SyncCounts counts)) when !interrupted ->
                finish(run, RunState.CANCELLED, counts, texts.text("run.cancelled.unasked"));
            case Result other when cancel ->
                finish(run, RunState.CANCELLED, SyncCounts.NONE, texts.text("run.cancelled"));
            case Result.Returned(JobOutcome.Failed(String reason)) -> {
                finish(run, RunState.FAILED, SyncCounts.NONE, reason);
                throw new JobFailed(RunTexts.shorten(reason));
            }
            // why: the portal stops, and the run goes on after that as a retry
            case Result other when interrupted -> throw new InterruptedException(texts.text("run.stopping"));
            case Result.Returned(JobOutcome.Cancelled cancelled) ->
                throw new IllegalStateException("Neither stopped nor interrupted: " + cancelled);
            case Result.Threw(String message, boolean alsoInterrupted) -> throw new JobFault(message);
        }
    }

    private void finish(LiveRun run, RunState state, SyncCounts counts, @Nullable String message) {
        runs.finish(
                run.id(), run.attempt(), state, counts, message == null ? null : RunTexts.shorten(message));
    }
}
