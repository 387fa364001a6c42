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
 * portal shows it as down.
 */
@Component
class JobServerWatchdog {

    private static final Logger LOG = LoggerFactory.getLogger(JobServerWatchdog.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ObjectProvider<BackgroundJobServer> server;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Duration pause = FIRST;
    private Instant notBefore = Instant.MIN;

    JobServerWatchdog(ObjectProvider<BackgroundJobServer> server, JdbcClient jdbc, Clock clock) {
        this.server = server;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    synchronized void look() {
        server.ifAvailable(jobs -> {
            if (jobs.isRunning()) {
                pause = FIRST;
            } else if (!clock.instant().isBefore(notBefore)) {
                restart(jobs);
            }
        });
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
