package dev.portico.host.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jobrunr.server.BackgroundJobServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Starts JobRunr's server again after an outage of the database, which stops it for good. Until then the health of the
 * portal shows it as down. A server that was stopped while it was starting may also run without ever taking part again
 * (it takes itself for announced): that one is stopped, and so started anew.
 */
@Component
class JobServerWatchdog {

    private static final Logger LOG = LoggerFactory.getLogger(JobServerWatchdog.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration UNANNOUNCED = Duration.ofSeconds(30);

    private final ObjectProvider<BackgroundJobServer> server;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Duration pause = FIRST;
    private Instant notBefore = Instant.MIN;
    private Instant well;

    JobServerWatchdog(ObjectProvider<BackgroundJobServer> server, JdbcClient jdbc, Clock clock) {
        this.server = server;
        this.jdbc = jdbc;
        this.clock = clock;
        this.well = clock.instant();
    }

    synchronized void look() {
        server.ifAvailable(this::look);
    }

    private void look(BackgroundJobServer jobs) {
        Instant now = clock.instant();
        if (!jobs.isRunning()) {
            well = now;
            if (!now.isBefore(notBefore)) {
                restart(jobs);
            }
        } else if (jobs.isAnnounced()) {
            well = now;
            pause = FIRST;
        } else if (Duration.between(well, now).compareTo(UNANNOUNCED) > 0) {
            LOG.warn("The job server runs, but takes no part in the work; it is started anew");
            jobs.stop();
        }
    }

    private void restart(BackgroundJobServer jobs) {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            jobs.start();
            LOG.warn("The job server had stopped and was started again");
        } catch (RuntimeException fault) {
            LOG.warn("The job server has stopped and cannot be started yet; next try in {}", pause, fault);
        }
        notBefore = clock.instant().plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    }
}
