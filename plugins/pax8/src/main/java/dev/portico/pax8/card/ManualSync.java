package dev.portico.pax8.card;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.Trigger;
import dev.portico.api.host.Messages;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.connection.Pax8Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Syncs that people ask for: one under way is joined, and none starts within a minute of the one before. */
public class ManualSync {

    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final Jobs jobs;
    private final Pax8Connection connection;
    private final CurrentUser user;
    private final Messages messages;
    private final Clock clock;

    ManualSync(Jobs jobs, Pax8Connection connection, CurrentUser user, Messages messages, Clock clock) {
        this.jobs = jobs;
        this.connection = connection;
        this.user = user;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Asks for a sync; needs {@code manage_licensing}.
     *
     * @param jobId what to sync, a constant of {@link dev.portico.pax8.sync.SyncJobs}
     * @return a sentence that tells what happened
     * @throws PermissionDenied if the permission is missing
     */
    public String request(String jobId) {
        user.require("manage_licensing");
        Optional<String> obstacle = connection.obstacle();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Optional<Run> latest = jobs.latest(jobId);
        if (latest.filter(run -> run.state().active()).isEmpty()) {
            Optional<Instant> again = latest.filter(run -> run.trigger() == Trigger.MANUAL)
                    .map(run -> run.requestedAt().plus(PAUSE))
                    .filter(clock.instant()::isBefore);
            if (again.isPresent()) {
                long seconds = Math.max(1, Duration.between(clock.instant(), again.get()).toSeconds());
                return messages.text("card.sync.wait", seconds);
            }
        }
        return messages.text(jobs.start(jobId).joined() ? "card.sync.joined" : "card.sync.started");
    }
}
