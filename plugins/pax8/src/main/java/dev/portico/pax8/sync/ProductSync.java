package dev.portico.pax8.sync;

import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.PluginJob;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerProduct;

/** Brings the catalog, and products outside of it that subscriptions refer to. */
final class ProductSync implements PluginJob {

    private final SyncFrame frame;
    private final PartnerClient partner;
    private final ProductStore store;
    private final MissingProducts missing;
    private final RemovalGuard guard;

    ProductSync(
            SyncFrame frame, PartnerClient partner, ProductStore store, MissingProducts missing, RemovalGuard guard) {
        this.frame = frame;
        this.partner = partner;
        this.store = store;
        this.missing = missing;
        this.guard = guard;
    }

    @Override
    public JobOutcome run(JobRun run) throws InterruptedException {
        return frame.run(SyncJobs.PRODUCTS, run, this::sync);
    }

    private JobOutcome sync(Tally tally) throws InterruptedException {
        FullPass<PartnerProduct> pass = new FullPass<>(partner::products, store::writeListed, tally);
        boolean complete = pass.read();
        missing.fetch(tally);
        if (!complete) {
            return tally.incomplete(frame.text("sync.list-moved"));
        }
        return guard.settle(
                SyncJobs.PRODUCTS,
                store.countListedOthers(pass.seen()),
                store.countListed(),
                tally,
                () -> store.removeOthers(pass.seen()));
    }
}
