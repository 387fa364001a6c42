package dev.portico.pax8.sync;

import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.sync.PageUpsert.Written;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

/** Counts what a run does and tells it to whoever watches. */
final class Tally {

    private final JobRun run;
    private final Executor writers;
    private SyncCounts counts = SyncCounts.NONE;

    Tally(JobRun run, Executor writers) {
        this.run = run;
        this.writers = writers;
    }

    JobRun run() {
        return run;
    }

    /** Threads on which pages are written beside the run. */
    Executor writers() {
        return writers;
    }

    SyncCounts counts() {
        return counts;
    }

    void wrote(long read, Written written) {
        counts = counts.plus(new SyncCounts(read, written.added(), written.changed(), 0));
    }

    void removed(long rows) {
        counts = counts.plus(new SyncCounts(0, 0, 0, rows));
    }

    /** Whether an administrator allowed this run to remove as many rows as are gone at Pax8. */
    boolean removalsConfirmed() {
        return run.argument().filter(SyncJobs.CONFIRM_REMOVALS::equals).isPresent();
    }

    /** Ends the run between two pieces of work if it was asked to stop. */
    void stopIfCancelled() {
        if (run.cancelled()) {
            throw new CancellationException("The run was cancelled");
        }
    }

    JobOutcome succeeded() {
        return new JobOutcome.Succeeded(counts);
    }

    JobOutcome incomplete(String reason) {
        return new JobOutcome.Incomplete(counts, reason);
    }
}
