package dev.portico.api.host;

import dev.portico.api.job.SyncCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** This plugin's background jobs. */
public interface Jobs {

    /**
     * Asks for a run now. If one is waiting or running already, no second one is made.
     *
     * @param jobId id of a declared job
     * @param argument handed to the run; never a secret
     */
    Start start(String jobId, Optional<String> argument);

    /** The same without an argument. */
    default Start start(String jobId) {
        return start(jobId, Optional.empty());
    }

    /** Asks a waiting or running run to stop; harmless if it has ended. */
    void cancel(UUID runId);

    /** The newest run of a job. */
    Optional<Run> latest(String jobId);

    /** The newest run of a job that ended Succeeded: its end is how fresh the data is. */
    Optional<Run> latestSucceeded(String jobId);

    /** The schedules of this plugin's jobs, with their next run times. */
    List<Schedule> schedules();

    /** Stops or resumes the schedules, such as while the outside system refuses the credentials. */
    void pauseSchedules(boolean paused);

    /**
     * Answer to a request for a run.
     *
     * @param run the new run, or the one that was under way
     * @param joined whether it was under way already
     */
    record Start(Run run, boolean joined) {}

    /** State of a run. */
    enum RunState {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        INCOMPLETE,
        FAILED,
        CANCELLED;

        /** Whether it has not ended. */
        public boolean active() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /** What made a run start. */
    enum Trigger {
        MANUAL,
        SCHEDULE
    }

    /**
     * A run, from the portal's own history.
     *
     * @param requestedBy sign-in name of the user, or empty
     * @param progressDone units done
     * @param progressTotal units in all, 0 if unknown
     * @param message why it ended so, translated
     */
    record Run(
            UUID id,
            String jobId,
            RunState state,
            Trigger trigger,
            String requestedBy,
            Instant requestedAt,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            long progressDone,
            long progressTotal,
            SyncCounts counts,
            Optional<String> message) {}

    /**
     * A schedule.
     *
     * @param name translated
     * @param cron five fields
     * @param next empty while paused
     */
    record Schedule(String jobId, String name, String cron, Optional<Instant> next) {}
}
