package dev.portico.pax8.sync;

import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.partner.PartnerRefusal;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.springframework.context.ApplicationEventPublisher;

/**
 * What all syncs have in common: they run only over a working connection, and end in the right way. Faults that may
 * pass ({@link dev.portico.pax8.partner.PartnerFault}) are thrown on, so that the portal runs the job again.
 */
public final class SyncFrame {

    private final Pax8Connection connection;
    private final Messages messages;
    private final ApplicationEventPublisher events;

    SyncFrame(Pax8Connection connection, Messages messages, ApplicationEventPublisher events) {
        this.connection = connection;
        this.messages = messages;
        this.events = events;
    }

    /**
     * Runs the work, and publishes {@link SyncEnded} when it has brought something.
     *
     * @param jobId whose work it is
     */
    public JobOutcome run(String jobId, JobRun run, Work work) throws InterruptedException {
        JobOutcome outcome = run(run, work);
        if (outcome instanceof JobOutcome.Succeeded || outcome instanceof JobOutcome.Incomplete) {
            events.publishEvent(new SyncEnded(jobId));
        }
        return outcome;
    }

    private JobOutcome run(JobRun run, Work work) throws InterruptedException {
        Optional<String> obstacle = connection.obstacle();
        if (obstacle.isPresent()) {
            return new JobOutcome.Failed(obstacle.get());
        }
        Tally tally = new Tally(run);
        try {
            JobOutcome outcome = work.sync(tally);
            run.info(summary(tally.counts()));
            return outcome;
        } catch (ReconnectRequired refused) {
            connection.reconnectNeeded(refused.getMessage());
            return new JobOutcome.Failed(refused.getMessage());
        } catch (PartnerRefusal refusal) {
            return new JobOutcome.Failed(refusal.getMessage());
        } catch (CancellationException cancelled) {
            return new JobOutcome.Cancelled(tally.counts());
        } catch (InterruptedException interrupted) {
            if (run.cancelled()) {
                return new JobOutcome.Cancelled(tally.counts());
            }
            throw interrupted;
        }
    }

    private String summary(SyncCounts counts) {
        return messages.text("sync.summary", counts.read(), counts.added(), counts.changed(), counts.removed());
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** The work of one sync. */
    @FunctionalInterface
    public interface Work {

        JobOutcome sync(Tally tally) throws InterruptedException;
    }
}
