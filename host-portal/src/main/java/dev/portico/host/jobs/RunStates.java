package dev.portico.host.jobs;

import dev.portico.api.host.Jobs.RunState;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.filters.ApplyStateFilter;
import org.jobrunr.jobs.states.FailedState;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.ScheduledState;
import org.jobrunr.jobs.states.StateName;
import org.springframework.stereotype.Component;

/**
 * Follows what JobRunr decides about a run after a fault: a retry, or none any more. It also hears of the runs that were
 * lost with another node.
 */
@Component
class RunStates implements ApplyStateFilter {

    private final JobRuns runs;
    private final RunTexts texts;
    private final Steward steward;

    RunStates(JobRuns runs, RunTexts texts, Steward steward) {
        this.runs = runs;
        this.texts = texts;
        this.steward = steward;
    }

    @Override
    public void onStateApplied(Job job, JobState from, JobState to) {
        if (!job.getJobDetails().getClassName().equals(PluginJobHandler.class.getName())) {
            return;
        }
        if (to instanceof FailedState failed && job.hasState(StateName.FAILED)) {
            runs.close(job.getId(), RunState.FAILED, message(failed));
        } else if (to instanceof ScheduledState retry && from instanceof FailedState failed) {
            long faults = job.getJobStatesOfType(FailedState.class).count();
            runs.waitAgain(
                    job.getId(), texts.retry(message(failed), Math.toIntExact(faults), retry.getScheduledAt()));
        } else if (to.getName() == StateName.ENQUEUED) {
            steward.kick();
        }
    }

    static String message(FailedState failed) {
        String message = failed.getExceptionMessage();
        return RunTexts.shorten(message == null ? failed.getMessage() : message);
    }
}
