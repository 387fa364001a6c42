package dev.portico.pax8.licensing.terms;

import dev.portico.api.host.Jobs;
import dev.portico.pax8.sync.SyncEnded;
import dev.portico.pax8.sync.SyncJobs;
import org.springframework.context.event.EventListener;

/** Asks for terms when a sync has brought products or subscriptions whose terms are not here, or are old. */
final class TermsAfterSync {

    private final TermsStore store;
    private final Jobs jobs;

    TermsAfterSync(TermsStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @EventListener
    void on(SyncEnded sync) {
        boolean concerns = sync.jobId().equals(SyncJobs.PRODUCTS) || sync.jobId().equals(SyncJobs.SUBSCRIPTIONS);
        if (concerns && !store.due().isEmpty()) {
            jobs.start(TermsSync.JOB);
        }
    }
}
