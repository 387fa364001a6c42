package dev.portico.pax8.licensing.push;

import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.PluginJob;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.requests.Closing;
import dev.portico.pax8.licensing.requests.OpenRequests;
import dev.portico.pax8.licensing.requests.OpenRequests.Due;
import dev.portico.pax8.licensing.requests.Outbox;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Pushes on all requests with which something can be done, round by round: none waits for another one's confirmation.
 * Started after each approval; the schedule brings what is left, such as after a crash.
 */
public final class PushJob implements PluginJob {

    private static final Duration NAP = Duration.ofMillis(200);

    private final Pax8Connection connection;
    private final OpenRequests open;
    private final Closing closing;
    private final Outbox outbox;
    private final Pusher pusher;
    private final PushSettings settings;
    private final Clock clock;

    PushJob(
            Pax8Connection connection,
            OpenRequests open,
            Closing closing,
            Outbox outbox,
            Pusher pusher,
            PushSettings settings,
            Clock clock) {
        this.connection = connection;
        this.open = open;
        this.closing = closing;
        this.outbox = outbox;
        this.pusher = pusher;
        this.settings = settings;
        this.clock = clock;
    }

    /** The job with its schedule. */
    public static JobDeclaration declaration() {
        return new JobDeclaration(SeatRequests.PUSH, "request.push.job", Optional.of("* * * * *"), PushJob.class);
    }

    @Override
    public JobOutcome run(JobRun run) throws Exception {
        closing.closeByThemselves();
        outbox.tell();
        Optional<String> obstacle = connection.obstacle();
        if (obstacle.isPresent()) {
            List<Due> waiting = open.due();
            waiting.forEach(due -> wait(due, obstacle.get()));
            return waiting.isEmpty() ? new JobOutcome.Succeeded(SyncCounts.NONE) : new JobOutcome.Failed(obstacle.get());
        }
        Round.Tally tally = new Round.Tally();
        try {
            rounds(run, tally);
            return run.cancelled() ? new JobOutcome.Cancelled(tally.counts()) : new JobOutcome.Succeeded(tally.counts());
        } catch (ReconnectRequired refused) {
            connection.reconnectNeeded(refused.getMessage());
            open.due().forEach(due -> wait(due, refused.getMessage()));
            return new JobOutcome.Failed(refused.getMessage());
        } catch (InterruptedException interrupted) {
            if (run.cancelled()) {
                return new JobOutcome.Cancelled(tally.counts());
            }
            throw interrupted;
        } finally {
            outbox.tell();
        }
    }

    private void rounds(JobRun run, Round.Tally tally) throws Exception {
        Duration idle = Duration.ZERO;
        while (!run.cancelled()) {
            List<Due> due = open.due();
            if (due.isEmpty()) {
                Optional<Instant> next = open.next();
                Duration left = settings.patience().minus(idle);
                if (next.isEmpty() || left.compareTo(NAP) < 0 || next.get().isAfter(clock.instant().plus(left))) {
                    return;
                }
                Thread.sleep(NAP);
                idle = idle.plus(NAP);
            } else {
                long before = tally.moves();
                new Round(pusher, run, due, tally).work();
                outbox.tell();
                if (tally.moves() > before) {
                    idle = Duration.ZERO;
                }
            }
        }
    }

    private void wait(Due due, String problem) {
        open.wait(due.request(), clock.instant().plus(Duration.ofMinutes(1)), problem);
    }
}
