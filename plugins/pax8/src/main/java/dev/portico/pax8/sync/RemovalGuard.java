package dev.portico.pax8.sync;

import dev.portico.api.host.Messages;
import dev.portico.api.job.JobOutcome;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * Holds back removals when suspiciously much would vanish: everything, or more than a fifth and more than ten. An
 * administrator may confirm them by a run with the argument {@link SyncJobs#CONFIRM_REMOVALS}.
 */
final class RemovalGuard {

    private static final long ALWAYS_ALLOWED = 10;

    private final HeldRemovals held;
    private final Messages messages;
    private final Clock clock;

    RemovalGuard(HeldRemovals held, Messages messages, Clock clock) {
        this.held = held;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Removes, or holds back, and says how the run ends.
     *
     * @param missing rows here that Pax8 no longer lists
     * @param existing rows here in all
     * @param remove does it and returns how many rows went
     */
    JobOutcome settle(String jobId, long missing, long existing, Tally tally, LongSupplier remove) {
        if (missing > 0 && isSuspicious(missing, existing) && !tally.removalsConfirmed()) {
            held.put(jobId, missing, existing, clock.instant());
            return tally.incomplete(messages.text("sync.removal-held", missing, existing));
        }
        if (missing > 0) {
            tally.removed(remove.getAsLong());
        }
        held.clear(jobId);
        return tally.succeeded();
    }

    private static boolean isSuspicious(long missing, long existing) {
        return missing == existing || missing > Math.max(ALWAYS_ALLOWED, existing / 5);
    }
}
