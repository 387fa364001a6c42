package dev.portico.host.jobs;

import java.time.Clock;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.StorageProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets what is old: failed jobs, which JobRunr keeps for ever, and the history of runs. */
@Component
class JobJanitor {

    private static final Logger LOG = LoggerFactory.getLogger(JobJanitor.class);

    private final StorageProvider storage;
    private final RunHistory history;
    private final JobSettings settings;
    private final Clock clock;

    JobJanitor(StorageProvider storage, RunHistory history, JobSettings settings, Clock clock) {
        this.storage = storage;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    void clean() {
        int failed = storage.deleteJobsPermanently(
                StateName.FAILED, clock.instant().minus(settings.keepFailed()));
        int runs = history.forgetOlderThan(settings.keepRuns());
        if (failed + runs > 0) {
            LOG.info("Forgot {} failed jobs and {} runs", failed, runs);
        }
    }
}
