package dev.portico.pax8.sync;

import dev.portico.api.host.Jobs;
import dev.portico.pax8.connection.AccountConnected;
import java.util.Optional;
import org.springframework.context.event.EventListener;

/** Starts the first syncs as soon as the connection works. */
final class SyncOnConnect {

    private final Jobs jobs;

    SyncOnConnect(Jobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void on(AccountConnected connected) {
        // why: whoever confirmed another account has confirmed that the data of the one before goes
        Optional<String> argument =
                connected.another() ? Optional.of(SyncJobs.CONFIRM_REMOVALS) : Optional.empty();
        jobs.start(SyncJobs.COMPANIES, argument);
        jobs.start(SyncJobs.PRODUCTS, argument);
    }
}
