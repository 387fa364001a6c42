package dev.portico.pax8.sync;

import dev.portico.api.host.Jobs;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.PluginJob;
import dev.portico.pax8.partner.PartnerClient;

/** Brings the subscriptions of mapped companies, and products that only they refer to. */
final class SubscriptionSync implements PluginJob {

    private final SyncFrame frame;
    private final PartnerClient partner;
    private final SubscriptionStore store;
    private final MissingProducts missing;
    private final RemovalGuard guard;
    private final Jobs jobs;

    SubscriptionSync(
            SyncFrame frame,
            PartnerClient partner,
            SubscriptionStore store,
            MissingProducts missing,
            RemovalGuard guard,
            Jobs jobs) {
        this.frame = frame;
        this.partner = partner;
        this.store = store;
        this.missing = missing;
        this.guard = guard;
        this.jobs = jobs;
    }

    @Override
    public JobOutcome run(JobRun run) throws InterruptedException {
        return frame.run(SyncJobs.SUBSCRIPTIONS, run, this::sync);
    }

    private JobOutcome sync(Tally tally) throws InterruptedException {
        MappedSubscriptions reading = new MappedSubscriptions(partner, store, tally);
        reading.read();
        tally.removed(store.removeUnmapped());
        if (jobs.latestSucceeded(SyncJobs.PRODUCTS).isPresent()) {
            // why: before the catalog is here nearly every product would be missing and fetched by itself
            missing.fetch(tally);
        }
        if (reading.refused() > 0) {
            return tally.incomplete(frame.text("sync.companies-refused", reading.refused()));
        }
        if (!reading.complete()) {
            return tally.incomplete(frame.text("sync.list-moved"));
        }
        return guard.settle(
                SyncJobs.SUBSCRIPTIONS,
                store.countOthers(reading.covered(), reading.seen()),
                store.countOfCompanies(reading.covered()),
                tally,
                () -> store.removeOthers(reading.covered(), reading.seen()));
    }
}
