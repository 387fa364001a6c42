package dev.portico.pax8.licensing.push;

import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.licensing.requests.OpenRequests.Due;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once at each of some requests, a few at a time, so that one slow answer of Pax8 does not hold up the others. */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    /** Less than a plugin has connections to the database. */
    private static final int AT_ONCE = 4;

    private final Pusher pusher;
    private final JobRun run;
    private final Queue<Due> queue;
    private final Tally tally;

    Round(Pusher pusher, JobRun run, List<Due> due, Tally tally) {
        this.pusher = pusher;
        this.run = run;
        this.queue = new ConcurrentLinkedQueue<>(due);
        this.tally = tally;
    }

    /** Comes back when all of them have been looked at, or the first one could not be for a reason that all share. */
    void work() throws Exception {
        List<Future<Void>> beside = new ArrayList<>();
        for (int others = Math.min(AT_ONCE, queue.size()) - 1; others > 0; others--) {
            beside.add(run.alongside(this::drain));
        }
        drain();
        for (Future<Void> other : beside) {
            await(other);
        }
    }

    private Void drain() throws InterruptedException {
        try {
            for (Due due = queue.poll(); due != null && !run.cancelled(); due = queue.poll()) {
                push(due);
                tally.report(run);
            }
            return null;
        } catch (ReconnectRequired | InterruptedException forAll) {
            queue.clear();
            throw forAll;
        }
    }

    private void push(Due due) throws InterruptedException {
        SeatRequest request = due.request();
        try {
            tally.looked(request, pusher.push(due));
        } catch (ReconnectRequired forAll) {
            throw forAll;
        } catch (RuntimeException fault) {
            // why: a request that cannot be pushed for a reason of its own must not keep the others from Pax8
            LOG.warn("Request {} could not be pushed; the push tries again", request.number(), fault);
            run.warn("#" + request.number() + ": " + fault.getClass().getSimpleName());
            pusher.faulty(request);
        }
    }

    private static void await(Future<Void> other) throws Exception {
        try {
            other.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** What a run has done so far. */
    static final class Tally {

        private final Set<UUID> seen = new HashSet<>();
        private final Set<UUID> settled = new HashSet<>();
        private long moves;

        synchronized void looked(SeatRequest before, SeatRequest after) {
            seen.add(before.id());
            if (after.version() != before.version()) {
                moves++;
            }
            switch (after.state()) {
                case APPROVED, APPLYING -> settled.remove(after.id());
                default -> settled.add(after.id());
            }
        }

        /** How often a request came a step further. */
        synchronized long moves() {
            return moves;
        }

        synchronized void report(JobRun run) {
            run.progress(settled.size(), seen.size());
        }

        synchronized SyncCounts counts() {
            return new SyncCounts(seen.size(), 0, settled.size(), 0);
        }
    }
}
