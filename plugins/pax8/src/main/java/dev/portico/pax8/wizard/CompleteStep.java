package dev.portico.pax8.wizard;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.WizardStep;
import dev.portico.pax8.card.ManualSync;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.mapping.MappingService;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Instant;
import java.util.Optional;

/** Step 3: starts the first subscription sync and shows the schedule. */
public class CompleteStep implements WizardStep {

    private final MappingService mappings;
    private final Pax8Connection connection;
    private final Jobs jobs;
    private final ManualSync manual;
    private final ConnectionLine line;
    private final CurrentUser user;
    private final Messages messages;
    private final RelativeTimes times;

    CompleteStep(
            MappingService mappings,
            Pax8Connection connection,
            Jobs jobs,
            ManualSync manual,
            ConnectionLine line,
            CurrentUser user,
            Messages messages,
            RelativeTimes times) {
        this.mappings = mappings;
        this.connection = connection;
        this.jobs = jobs;
        this.manual = manual;
        this.line = line;
        this.user = user;
        this.messages = messages;
        this.times = times;
    }

    @Override
    public Page open(WizardContext context) {
        user.require("manage_licensing");
        context.subtitle(line.text());
        startSync();
        return new CompletePage(
                mappings,
                jobs,
                new SyncProgress(SyncJobs.SUBSCRIPTIONS, jobs, manual, messages, context),
                messages,
                times,
                context);
    }

    /** Only if none ran since the last mapping: this page is looked at more than once. */
    private void startSync() {
        Optional<Instant> mappedAt = mappings.lastMappedAt();
        boolean covered = jobs.latest(SyncJobs.SUBSCRIPTIONS)
                .filter(run -> mappedAt.filter(run.requestedAt()::isBefore).isEmpty())
                .filter(run -> run.state() != RunState.CANCELLED)
                .isPresent();
        if (mappedAt.isPresent() && !covered && connection.obstacle().isEmpty()) {
            jobs.start(SyncJobs.SUBSCRIPTIONS);
        }
    }
}
