package dev.portico.pax8.sync;

import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.PluginJob;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerCompany;

/** Brings all companies. */
final class CompanySync implements PluginJob {

    private final SyncFrame frame;
    private final PartnerClient partner;
    private final CompanyStore store;
    private final RemovalGuard guard;

    CompanySync(SyncFrame frame, PartnerClient partner, CompanyStore store, RemovalGuard guard) {
        this.frame = frame;
        this.partner = partner;
        this.store = store;
        this.guard = guard;
    }

    @Override
    public JobOutcome run(JobRun run) throws InterruptedException {
        return frame.run(SyncJobs.COMPANIES, run, this::sync);
    }

    private JobOutcome sync(Tally tally) throws InterruptedException {
        FullPass<PartnerCompany> pass = new FullPass<>(partner::companies, store::write, tally);
        if (!pass.read()) {
            return tally.incomplete(frame.text("sync.list-moved"));
        }
        return guard.settle(
                SyncJobs.COMPANIES,
                store.countOthers(pass.seen()),
                store.count(),
                tally,
                () -> store.removeOthers(pass.seen()));
    }
}
