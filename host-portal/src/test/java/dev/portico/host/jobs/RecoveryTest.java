package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.PluginJob;
import dev.portico.api.job.SyncCounts;
import dev.portico.host.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.test.util.ReflectionTestUtils;

/** What is left behind by a portal that was killed, or by an outage of the database, heals. */
@Timeout(90)
class RecoveryTest {

    private static final PluginJob WORK = run -> new Succeeded(SyncCounts.NONE);

    private final String plugin = TestPortal.plugin();

    @Test
    void aRunOfAPortalThatWasKilledGoesOnAtOnceInTheSameRow() {
        TestDatabase database = TestDatabase.migrated();
        UUID id;
        try (TestPortal before = TestPortal.start(database)) {
            before.register(plugin, "sync", "", WORK);
            id = before.jobs(plugin).start("sync").run().id();
            awaitState(before, RunState.SUCCEEDED);
            await().until(() -> job(before, id).hasState(StateName.SUCCEEDED));
            before.bean(BackgroundJobServer.class).stop();
            pretendToBeInTheMiddle(before, id);
        }
        long start = System.nanoTime();
        try (TestPortal after = TestPortal.start(
                database, "portico.jobs.single-node=true", "portico.jobs.start-patience=30s")) {
            AtomicInteger attempt = new AtomicInteger();
            after.register(plugin, "sync", "", run -> {
                attempt.set(run.attempt());
                return new Succeeded(SyncCounts.NONE);
            });
            awaitState(after, RunState.SUCCEEDED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(after.jobs(plugin).latest("sync").orElseThrow().id()).isEqualTo(id);
            assertThat(attempt).hasValue(2);
        }
    }

    @Test
    void aRunIsRetriedAfterThePortalWasStoppedInTheMiddle() {
        TestDatabase database = TestDatabase.migrated();
        CountDownLatch started = new CountDownLatch(1);
        try (TestPortal before = TestPortal.start(database)) {
            before.register(plugin, "sync", "30 2 * * *", run -> {
                started.countDown();
                Thread.sleep(Duration.ofMinutes(1));
                return new Succeeded(SyncCounts.NONE);
            });
            before.jobs(plugin).start("sync");
            await().until(() -> started.getCount() == 0);
        }
        try (TestPortal after = TestPortal.start(database, "portico.jobs.start-patience=30s")) {
            Run waiting = after.jobs(plugin).latest("sync").orElseThrow();
            assertThat(waiting.state().active()).isTrue();
            assertThat(after.bean(StorageProvider.class).getRecurringJobs())
                    .as("a stop of the portal keeps the schedule")
                    .hasSize(1);
            after.register(plugin, "sync", "30 2 * * *", WORK);
            assertThat(after.bean(StorageProvider.class).getRecurringJobs()).hasSize(1);
            awaitState(after, RunState.SUCCEEDED);
            assertThat(after.jobs(plugin).latest("sync").orElseThrow().id()).isEqualTo(waiting.id());
        }
    }

    @Test
    void aRunThatWasNeverHandedOverIsHandedOverLater() {
        TestPortal portal = SharedPortal.get();
        portal.register(plugin, "sync", "", WORK);
        UUID id = request(portal);
        portal.bean(RunSweeper.class).sweep();
        assertThat(portal.bean(JobQueue.class).find(id)).as("too young").isEmpty();
        age(portal, id);
        portal.bean(RunSweeper.class).sweep();
        awaitState(portal, RunState.SUCCEEDED);
        assertThat(job(portal, id).getJobName()).isEqualTo(plugin + ": sync");
    }

    @Test
    void aRunWhoseJobIsGoneIsClosed() {
        TestPortal portal = SharedPortal.get();
        UUID id = request(portal);
        portal.sql()
                .sql("update portal.job_run set state = 'RUNNING', attempt = 1 where id = :id")
                .param("id", id)
                .update();
        age(portal, id);
        portal.bean(RunSweeper.class).sweep();
        Run run = portal.jobs(plugin).latest("sync").orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message().orElseThrow()).startsWith("The run ended without a result");
    }

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
        TickingClock clock = new TickingClock();
        JobServerWatchdog watchdog = new JobServerWatchdog(
                portal.context().getBeanProvider(BackgroundJobServer.class), portal.sql(), clock);
        for (int second = 0; second < 32; second++) {
            watchdog.look();
            clock.tick();
        }
        await().atMost(Duration.ofSeconds(20)).until(server::isAnnounced);
    }

    @Test
    void theWatchdogWaitsLongerAfterEachTryWhileTheDatabaseIsAway() {
        TestPortal portal = SharedPortal.get();
        AtomicInteger tries = new AtomicInteger();
        TickingClock clock = new TickingClock();
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
            clock.tick();
        }
        assertThat(tries).as("at 0, 5, 15 and 35 seconds").hasValue(4);
    }

    @Test
    void oldFailuresAndOldRunsAreForgotten() {
        TestPortal portal = SharedPortal.get();
        UUID old = request(portal);
        portal.sql()
                .sql("update portal.job_run set state = 'FAILED', ended_at = :then where id = :id")
                .param("then", Timestamp.from(Instant.now().minus(Duration.ofDays(401))))
                .param("id", old)
                .update();
        UUID young = request(portal);
        portal.bean(JobRuns.class).close(young, RunState.FAILED, "Broken");
        portal.bean(JobJanitor.class).clean();
        assertThat(portal.bean(RunHistory.class).byId(plugin, old)).isEmpty();
        assertThat(portal.bean(RunHistory.class).byId(plugin, young)).isPresent();
    }

    /** As the database looks when the portal is killed while a run is under way. */
    private static void pretendToBeInTheMiddle(TestPortal portal, UUID id) {
        Job job = job(portal, id);
        job.enqueue();
        job.startProcessingOn(portal.bean(BackgroundJobServer.class));
        portal.bean(StorageProvider.class).save(job);
        portal.sql()
                .sql("update portal.job_run set state = 'RUNNING', ended_at = null where id = :id")
                .param("id", id)
                .update();
    }

    private UUID request(TestPortal portal) {
        UUID id = UUID.randomUUID();
        PluginJobRequest request = new PluginJobRequest(plugin, "sync", "MANUAL", "ada@example.com", null);
        assertThat(portal.bean(JobRuns.class).request(id, request)).isTrue();
        return id;
    }

    private static void age(TestPortal portal, UUID id) {
        portal.sql()
                .sql("update portal.job_run set touched_at = touched_at - interval '1 minute' where id = :id")
                .param("id", id)
                .update();
    }

    private void awaitState(TestPortal portal, RunState state) {
        await().atMost(Duration.ofSeconds(25))
                .until(() -> portal.jobs(plugin).latest("sync").filter(run -> run.state() == state).isPresent());
    }

    private static Job job(TestPortal portal, UUID id) {
        return portal.bean(JobQueue.class).find(id).orElseThrow();
    }

    private static class TickingClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void tick() {
            now = now.plusSeconds(1);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
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
