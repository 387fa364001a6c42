package dev.portico.host.jobs;

import static org.jobrunr.storage.Paging.AmountBasedList.ascOnUpdatedAt;

import java.time.Clock;
import java.time.Instant;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.FailedState;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.StorageProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Continues at once what the portal did when it was killed. JobRunr would wait some twenty seconds to be sure that
 * the other server is gone; a portal that is alone on its database knows it.
 */
@Component
class CrashRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(CrashRecovery.class);
    private static final int MOST = 1000;

    private final StorageProvider storage;
    private final RunTexts texts;
    private final Clock clock;
    private final boolean alone;
    private final int retries;

    CrashRecovery(
            StorageProvider storage,
            RunTexts texts,
            Clock clock,
            JobSettings settings,
            Environment environment,
            @Value("${jobrunr.jobs.default-number-of-retries:2}") int retries) {
        this.storage = storage;
        this.texts = texts;
        this.clock = clock;
        this.alone = settings.singleNode() == null
                ? !environment.containsProperty("spring.datasource.url")
                : settings.singleNode();
        this.retries = retries;
    }

    /** Comes before JobRunr starts. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void recover() {
        if (!alone) {
            return;
        }
        Instant now = clock.instant();
        storage.removeTimedOutBackgroundJobServers(now);
        storage.getJobList(StateName.PROCESSING, now, ascOnUpdatedAt(MOST))
                .forEach(this::continueOrGiveUp);
    }

    /** Each death of the portal counts as a fault, or a job that brings it down would do so for ever. */
    private void continueOrGiveUp(Job job) {
        job.failed(texts.text("run.killed"), new JobFault(texts.text("run.killed")));
        if (job.getJobStatesOfType(FailedState.class).count() <= retries) {
            job.enqueue();
        }
        storage.save(job);
        LOG.info("The portal had ended in the middle of {} ({}): {}", job.getJobName(), job.getId(), job.getState());
    }
}
