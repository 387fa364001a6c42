package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.SyncCounts;
import dev.portico.host.database.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.Test;

/** What is left behind by a portal that was killed, or by an outage of the database, heals. */
class RecoveryTest extends RecoveryUnderTest {

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

    private static Job job(TestPortal portal, UUID id) {
        return portal.bean(JobQueue.class).find(id).orElseThrow();
    }
}
