package dev.portico.pax8.sync;

import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.PluginJob;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerRefusal;
import dev.portico.pax8.partner.UsageSummary;
import java.util.List;
import java.util.UUID;

/** Brings the usage of usage-based subscriptions, one call for each. */
final class UsageSync implements PluginJob {

    private final SyncFrame frame;
    private final PartnerClient partner;
    private final UsageStore store;

    UsageSync(SyncFrame frame, PartnerClient partner, UsageStore store) {
        this.frame = frame;
        this.partner = partner;
        this.store = store;
    }

    @Override
    public JobOutcome run(JobRun run) throws InterruptedException {
        return frame.run(SyncJobs.USAGE, run, this::sync);
    }

    private JobOutcome sync(Tally tally) throws InterruptedException {
        List<UUID> subscriptions = store.subscriptions();
        int done = 0;
        for (UUID subscription : subscriptions) {
            bring(subscription, tally);
            tally.run().progress(++done, subscriptions.size());
        }
        return tally.succeeded();
    }

    private void bring(UUID subscription, Tally tally) throws InterruptedException {
        FullPass<UsageSummary> pass = new FullPass<>(
                () -> partner.usageSummaries(subscription),
                summary -> true,
                page -> store.write(subscription, page),
                tally,
                (rows, of) -> {});
        try {
            if (pass.read()) {
                tally.removed(store.removeOthers(subscription, pass.seen()));
            }
        } catch (PartnerRefusal refusal) {
            // why: Pax8 answers 404 or 422 for subscriptions without usage; the others go on
            tally.run().warn("No usage of subscription " + subscription + ": " + refusal.getMessage());
        }
    }
}
