package dev.portico.host.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is done from time to time while the portal is up. */
@Component
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(5);
    private static final Duration CLEAN_EVERY = Duration.ofHours(6);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-housekeeping").factory());
    private final JobServerWatchdog watchdog;
    private final RunSweeper sweeper;
    private final JobJanitor janitor;
    private final JobSettings settings;

    Housekeeping(JobServerWatchdog watchdog, RunSweeper sweeper, JobJanitor janitor, JobSettings settings) {
        this.watchdog = watchdog;
        this.sweeper = sweeper;
        this.janitor = janitor;
        this.settings = settings;
    }

    /** Starts after JobRunr, which it would otherwise start itself. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void start() {
        every(WATCH_EVERY, WATCH_EVERY, watchdog::look);
        every(Duration.ZERO, settings.sweepEvery(), sweeper::sweep);
        every(Duration.ofMinutes(1), CLEAN_EVERY, janitor::clean);
    }

    /** Stops before JobRunr does, which it would otherwise start again. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        clockwork.shutdownNow();
    }

    private void every(Duration first, Duration pause, Runnable work) {
        clockwork.scheduleWithFixedDelay(
                () -> guarded(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            // why: the next turn tries again, and an exception would end all turns
            LOG.warn("Housekeeping of the jobs could not be done this time", fault);
        }
    }
}
