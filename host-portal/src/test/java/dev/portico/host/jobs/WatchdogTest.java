package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.host.MovedClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.test.util.ReflectionTestUtils;

/** A job server that gave up or does not take part is started again. */
class WatchdogTest extends RecoveryUnderTest {

    @Test
    void theJobServerIsStartedAgainAfterItGaveUp() {
        TestPortal portal = SharedPortal.get();
        BackgroundJobServer server = portal.bean(BackgroundJobServer.class);
        HealthIndicator health = portal.context().getBean("JobRunr", HealthIndicator.class);
        await().until(server::isAnnounced);
        server.stop();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        await().atMost(Duration.ofSeconds(20)).until(server::isAnnounced);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        portal.register(plugin, "sync", "", WORK);
        Jobs jobs = portal.jobs(plugin);
        jobs.start("sync");
        awaitState(portal, RunState.SUCCEEDED);
    }

    @Test
    void aJobServerThatRunsWithoutTakingPartIsStartedAnew() {
        TestPortal portal = SharedPortal.get();
        BackgroundJobServer server = portal.bean(BackgroundJobServer.class);
        await().until(server::isAnnounced);
        // why by force: JobRunr gets there by a race between stop and start
        ReflectionTestUtils.setField(server, "isMaster", null);
        MovedClock clock = new MovedClock();
        JobServerWatchdog watchdog = new JobServerWatchdog(
                portal.context().getBeanProvider(BackgroundJobServer.class), portal.sql(), clock);
        for (int second = 0; second < 32; second++) {
            watchdog.look();
            clock.move(Duration.ofSeconds(1));
        }
        await().atMost(Duration.ofSeconds(20)).until(server::isAnnounced);
    }

    @Test
    void theWatchdogWaitsLongerAfterEachTryWhileTheDatabaseIsAway() {
        TestPortal portal = SharedPortal.get();
        AtomicInteger tries = new AtomicInteger();
        MovedClock clock = new MovedClock();
        JobServerWatchdog watchdog = new JobServerWatchdog(
                new StoppedServer(portal),
                JdbcClient.create(
                        new AbstractDataSource() {
                            @Override
                            public Connection getConnection() throws SQLException {
                                tries.incrementAndGet();
                                throw new SQLException("away");
                            }

                            @Override
                            public Connection getConnection(String user, String password)
                                    throws SQLException {
                                return getConnection();
                            }
                        }),
                clock);
        for (int second = 0; second < 60; second++) {
            watchdog.look();
            clock.move(Duration.ofSeconds(1));
        }
        assertThat(tries).as("at 0, 5, 15 and 35 seconds").hasValue(4);
    }

    /** A server of JobRunr's that was never started. */
    private record StoppedServer(TestPortal portal) implements ObjectProvider<BackgroundJobServer> {

        @Override
        public BackgroundJobServer getObject() {
            return new BackgroundJobServer(
                    portal.bean(StorageProvider.class),
                    portal.bean(JsonMapper.class),
                    portal.bean(JobActivator.class),
                    BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration());
        }
    }
}
