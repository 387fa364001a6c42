package dev.portico.pax8.sync;

import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.sync.PageUpsert.Written;
import java.util.concurrent.CancellationException;

/** Counts what a run does and tells it to whoever watches. */
public final class Tally {

    private final JobRun run;
    private SyncCounts counts = SyncCounts.NONE;

    Tally(JobRun run) {
        this.run = run;
    }

    /** The run that is counted. */
    public JobRun run() {
        return run;
    }

    SyncCounts counts() {
        return counts;
    }

    void wrote(long read, Written written) {
        counts = counts.plus(new SyncCounts(read, written.added(), written.changed(), 0));
    }

    /** Rows of which it is not told which differed. */
    public void read(long rows) {
        counts = counts.plus(new SyncCounts(rows, 0, 0, 0));
    }

    void removed(long rows) {
        counts = counts.plus(new SyncCounts(0, 0, 0, rows));
    }

    /** Whether an administrator allowed this run to remove as many rows as are gone at Pax8. */
    boolean removalsConfirmed() {
        return run.argument().filter(SyncJobs.CONFIRM_REMOVALS::equals).isPresent();
    }

    /** Ends the run between two pieces of work if it was asked to stop. */
    public void stopIfCancelled() {
        if (run.cancelled()) {
            throw new CancellationException("The run was cancelled");
        }
    }

    /** All was done. */
    public JobOutcome succeeded() {
        return new JobOutcome.Succeeded(counts);
    }

    /** Part was done, for a reason that is told. */
    public JobOutcome incomplete(String reason) {
        return new JobOutcome.Incomplete(counts, reason);
    }
}
