package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Jobs.Start;
import dev.portico.api.host.Jobs.Trigger;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobOutcome.Cancelled;
import dev.portico.api.job.JobOutcome.Failed;
import dev.portico.api.job.JobOutcome.Incomplete;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.SyncCounts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.FailedState;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(90)
class JobRunsTest {

    private static final JobOutcome DONE = new Succeeded(SyncCounts.NONE);

    private final TestPortal portal = SharedPortal.get();
    private final String plugin = TestPortal.plugin();
    private final Jobs jobs = portal.jobs(plugin);

    @Test
    void startsAtOnceAndRecordsWhatWasDone() {
        portal.register(plugin, "sync", "", run -> {
            run.progress(5, 5);
            return new Succeeded(new SyncCounts(5, 2, 1, 1));
        });
        long asked = System.nanoTime();
        Start start = jobs.start("sync", Optional.of("all"));
        Run run = ended(start.run().id());
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
        assertThat(start.joined()).isFalse();
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.trigger()).isEqualTo(Trigger.MANUAL);
        assertThat(run.requestedBy()).isEqualTo("ada@example.com");
        assertThat(run.counts()).isEqualTo(new SyncCounts(5, 2, 1, 1));
        assertThat(run.progressDone()).isEqualTo(5);
        assertThat(run.startedAt()).isPresent();
        assertThat(run.endedAt()).isPresent();
        assertThat(jobs.latest("sync")).contains(run);
        assertThat(jobs.latestSucceeded("sync")).contains(run);
        Job job = job(run.id());
        assertThat(job.getJobName()).isEqualTo(plugin + ": sync");
        assertThat(job.getLabels()).containsExactly(plugin, "MANUAL");
    }

    @Test
    void manyClicksAtOnceMakeOneRun() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        AtomicInteger worked = new AtomicInteger();
        portal.register(plugin, "sync", "", run -> {
            worked.incrementAndGet();
            finish.await();
            return DONE;
        });
        try (ExecutorService clicks = Executors.newFixedThreadPool(8)) {
            List<Callable<Start>> each = IntStream.range(0, 8)
                    .<Callable<Start>>mapToObj(click -> () -> jobs.start("sync"))
                    .toList();
            List<Start> starts =
                    clicks.invokeAll(each).stream().map(JobRunsTest::result).toList();
            assertThat(starts).filteredOn(start -> !start.joined()).hasSize(1);
            assertThat(starts).extracting(start -> start.run().id()).containsOnly(
                    starts.getFirst().run().id());
            finish.countDown();
            ended(starts.getFirst().run().id());
        }
        assertThat(worked).hasValue(1);
        assertThat(runs()).isEqualTo(1);
        assertThat(jobs.start("sync").joined()).isFalse();
    }

    @Test
    void showsProgressAndLinesWhileItRuns() {
        CountDownLatch finish = new CountDownLatch(1);
        portal.register(plugin, "sync", "", run -> {
            run.info("Page 1 read");
            run.warn("A row was odd");
            run.progress(1, 300);
            run.progress(246, 300);
            finish.await();
            run.progress(300, 300);
            return DONE;
        });
        UUID id = jobs.start("sync").run().id();
        await().untilAsserted(() -> assertThat(jobs.latest("sync").orElseThrow().progressTotal())
                .isEqualTo(300));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(stored(id))
                .contains("Page 1 read", "A row was odd", "jobRunrDashboardProgressBar")
                .contains("\"succeededAmount\":246"));
        finish.countDown();
        assertThat(ended(id).progressDone()).isEqualTo(300);
    }

    @Test
    void aRunThatNeedsAPersonFailsAtOnceWithTheReason() {
        portal.register(plugin, "sync", "", run -> new Failed("Connect to Pax8 again."));
        Run run = ended(jobs.start("sync").run().id());
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("Connect to Pax8 again.");
        await().until(() -> job(run.id()).hasState(StateName.FAILED));
        FailedState failed = job(run.id()).getJobState();
        assertThat(failed.getExceptionMessage()).isEqualTo("Connect to Pax8 again.");
        assertThat(job(run.id()).getJobStatesOfType(FailedState.class)).hasSize(1);
        assertThat(jobs.start("sync").joined()).isFalse();
    }

    @Test
    void requeuingAFailedRunReopensIt() {
        AtomicInteger calls = new AtomicInteger();
        portal.register(plugin, "sync", "", run -> calls.incrementAndGet() == 1 ? new Failed("Broken") : DONE);
        Run failed = ended(jobs.start("sync").run().id());
        requeue(failed.id());
        await().until(() -> jobs.latest("sync").orElseThrow().state() == RunState.SUCCEEDED);
        assertThat(jobs.latest("sync").orElseThrow().id()).isEqualTo(failed.id());
        assertThat(jobs.latest("sync").orElseThrow().message()).isEmpty();
        assertThat(runs()).isEqualTo(1);
        await().until(() -> job(failed.id()).hasState(StateName.SUCCEEDED));
    }

    @Test
    void requeuingARunThatSucceededKeepsItsResult() {
        AtomicInteger calls = new AtomicInteger();
        portal.register(plugin, "sync", "", run -> calls.incrementAndGet() == 1 ? DONE : new Failed("Broken"));
        Run first = ended(jobs.start("sync").run().id());
        await().until(() -> job(first.id()).hasState(StateName.SUCCEEDED));
        requeue(first.id());
        await().until(() -> jobs.latest("sync").orElseThrow().state() == RunState.FAILED);
        assertThat(jobs.latestSucceeded("sync").orElseThrow().endedAt()).isEqualTo(first.endedAt());
    }

    @Test
    void requeuingWhileAnotherRunIsUnderWayIsSkipped() {
        CountDownLatch finish = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        portal.register(plugin, "sync", "", run -> {
            if (calls.incrementAndGet() == 1) {
                return new Failed("Broken");
            }
            finish.await();
            return DONE;
        });
        Run failed = ended(jobs.start("sync").run().id());
        await().until(() -> job(failed.id()).hasState(StateName.FAILED));
        UUID second = jobs.start("sync").run().id();
        requeue(failed.id());
        await().until(() -> job(failed.id()).hasState(StateName.SUCCEEDED));
        assertThat(stored(failed.id())).contains("Skipped: another run of this job is under way");
        finish.countDown();
        assertThat(ended(second).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aFaultIsRetriedAndTheRunStaysTheSame() {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch seen = new CountDownLatch(1);
        portal.register(plugin, "sync", "", run -> {
            attempts.set(run.attempt());
            if (run.attempt() == 1) {
                throw new IllegalStateException("Page 3 was cut short.");
            }
            seen.await();
            return DONE;
        });
        UUID id = jobs.start("sync").run().id();
        await().until(() -> jobs.latest("sync").orElseThrow().message().isPresent());
        Run waiting = jobs.latest("sync").orElseThrow();
        assertThat(waiting.state()).isEqualTo(RunState.QUEUED);
        assertThat(waiting.message().orElseThrow()).startsWith("Page 3 was cut short. Retry 1 at ");
        Start joined = jobs.start("sync");
        assertThat(joined.joined()).isTrue();
        assertThat(joined.run().id()).isEqualTo(id);
        await().atMost(Duration.ofSeconds(3)).until(() -> attempts.get() == 2);
        seen.countDown();
        assertThat(ended(id).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void afterTheLastRetryTheRunHasFailedAndNothingOfThePluginIsStored() {
        portal.register(plugin, "sync", "", run -> {
            throw new PluginTrouble("Pax8 did not answer.", new NoClassDefFoundError("dev.vendor.Secret"));
        });
        UUID id = jobs.start("sync").run().id();
        await().atMost(Duration.ofSeconds(40)).until(() -> jobs.latest("sync").orElseThrow().state()
                == RunState.FAILED);
        Run run = jobs.latest("sync").orElseThrow();
        assertThat(run.message()).contains("Pax8 did not answer.");
        assertThat(job(id).getJobStatesOfType(FailedState.class)).hasSize(3);
        assertThat(stored(id))
                .contains("Pax8 did not answer.")
                .doesNotContain("PluginTrouble", "NoClassDefFoundError", "dev.vendor", "JobRunsTest");
    }

    @Test
    void anErrorOfThePluginIsAFaultOfTheRunOnly() {
        AtomicInteger calls = new AtomicInteger();
        portal.register(plugin, "sync", "", run -> {
            if (calls.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            return DONE;
        });
        UUID id = jobs.start("sync").run().id();
        await().until(() -> jobs.latest("sync").orElseThrow().message().isPresent());
        assertThat(jobs.latest("sync").orElseThrow().message().orElseThrow())
                .startsWith("Unexpected fault (StackOverflowError)");
        assertThat(ended(id).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void anIncompleteRunSaysWhyAndIsNoFreshData() {
        portal.register(plugin, "sync", "", run -> new Incomplete(new SyncCounts(3, 0, 0, 0), "Page 4 is missing."));
        Run run = ended(jobs.start("sync").run().id());
        assertThat(run.state()).isEqualTo(RunState.INCOMPLETE);
        assertThat(run.message()).contains("Page 4 is missing.");
        assertThat(run.counts().read()).isEqualTo(3);
        assertThat(jobs.latestSucceeded("sync")).isEmpty();
        await().until(() -> job(run.id()).hasState(StateName.SUCCEEDED));
    }

    @Test
    void aRunIsCancelledWhenItLooks() {
        CountDownLatch started = new CountDownLatch(1);
        portal.register(plugin, "sync", "", run -> {
            started.countDown();
            while (!run.cancelled()) {
                Thread.onSpinWait();
            }
            return new Cancelled(new SyncCounts(7, 0, 0, 0));
        });
        UUID id = jobs.start("sync").run().id();
        await().until(() -> started.getCount() == 0);
        jobs.cancel(id);
        await().atMost(Duration.ofSeconds(2)).until(() -> jobs.latest("sync").orElseThrow().state()
                == RunState.CANCELLED);
        assertThat(jobs.latest("sync").orElseThrow().counts().read()).isEqualTo(7);
        assertThat(job(id).getState()).isEqualTo(StateName.DELETED);
        requeue(id);
        await().until(() -> jobs.latest("sync").orElseThrow().state() == RunState.RUNNING);
        jobs.cancel(id);
        assertThat(ended(id).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aRunThatDoesNotLookIsInterrupted() {
        CountDownLatch started = new CountDownLatch(1);
        portal.register(plugin, "sync", "", run -> {
            started.countDown();
            Thread.sleep(Duration.ofMinutes(1));
            return DONE;
        });
        UUID id = jobs.start("sync").run().id();
        await().until(() -> started.getCount() == 0);
        jobs.cancel(id);
        assertThat(jobs.latest("sync").orElseThrow().message()).contains("Stopping");
        assertThat(jobs.start("sync").joined()).isTrue();
        await().atMost(Duration.ofSeconds(8)).until(() -> jobs.latest("sync").orElseThrow().state()
                == RunState.CANCELLED);
        assertThat(job(id).getState()).isEqualTo(StateName.DELETED);
    }

    @Test
    void aWaitingRunIsCancelledAtOnceAndDoesNotStart() {
        AtomicInteger calls = new AtomicInteger();
        portal.register(plugin, "sync", "", run -> {
            calls.incrementAndGet();
            throw new IllegalStateException("Not now.");
        });
        UUID id = jobs.start("sync").run().id();
        await().until(() -> jobs.latest("sync").orElseThrow().message().isPresent());
        jobs.cancel(id);
        assertThat(jobs.latest("sync").orElseThrow().state()).isEqualTo(RunState.CANCELLED);
        assertThat(job(id).getState()).isEqualTo(StateName.DELETED);
        jobs.cancel(id);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aPluginCannotCancelTheRunOfAnother() {
        CountDownLatch finish = new CountDownLatch(1);
        portal.register(plugin, "sync", "", run -> {
            finish.await();
            return run.cancelled() ? new Cancelled(SyncCounts.NONE) : DONE;
        });
        UUID id = jobs.start("sync").run().id();
        portal.jobs(TestPortal.plugin()).cancel(id);
        finish.countDown();
        assertThat(ended(id).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aRunOfADisabledPluginIsSkippedWithTheReason() {
        UUID id = UUID.randomUUID();
        PluginJobRequest request = new PluginJobRequest(plugin, "sync", "MANUAL", "ada@example.com", null);
        assertThat(portal.bean(JobRuns.class).request(id, request)).isTrue();
        portal.bean(JobQueue.class).enqueue(id, request, "Gone");
        assertThat(ended(id).state()).isEqualTo(RunState.CANCELLED);
        assertThat(jobs.latest("sync").orElseThrow().message().orElseThrow())
                .isEqualTo("Skipped: the plugin " + plugin
                        + " is not enabled, or it no longer offers the job sync");
        await().until(() -> job(id).hasState(StateName.SUCCEEDED));
        assertThatThrownBy(() -> jobs.start("sync")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequestOfATransactionThatIsRolledBackNeverRuns() {
        AtomicInteger calls = new AtomicInteger();
        portal.register(plugin, "sync", "", run -> {
            calls.incrementAndGet();
            return DONE;
        });
        TransactionTemplate transactions = portal.bean(TransactionTemplate.class);
        UUID lost = transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return jobs.start("sync").run().id();
        });
        UUID kept = transactions.execute(
                transaction -> jobs.start("sync").run().id());
        ended(kept);
        assertThat(portal.bean(JobQueue.class).find(lost)).isEmpty();
        assertThat(calls).hasValue(1);
    }

    @Test
    void allRunsOfAPluginAreStoppedBeforeItGoes() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        portal.register(plugin, "sync", "", run -> {
            started.countDown();
            while (!run.cancelled()) {
                Thread.onSpinWait();
            }
            return new Cancelled(SyncCounts.NONE);
        });
        UUID id = jobs.start("sync").run().id();
        started.await();
        assertThat(portal.bean(PluginJobs.class).stopAll(plugin, Duration.ofSeconds(5)))
                .isTrue();
        assertThat(ended(id).state()).isEqualTo(RunState.CANCELLED);
        portal.bean(PluginJobs.class).deleteAll(plugin);
        assertThat(runs()).isZero();
        await().untilAsserted(() -> assertThat(portal.bean(JobQueue.class).find(id)).isEmpty());
    }

    private void requeue(UUID id) {
        await().until(() -> !job(id).hasState(StateName.PROCESSING));
        Job job = job(id);
        job.enqueue();
        portal.bean(StorageProvider.class).save(job);
        portal.bean(Steward.class).kick();
    }

    private Run ended(UUID id) {
        RunHistory history = portal.bean(RunHistory.class);
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> history.byId(plugin, id).orElseThrow(), run -> !run.state().active());
    }

    private Job job(UUID id) {
        return portal.bean(JobQueue.class).find(id).orElseThrow();
    }

    private String stored(UUID id) {
        return portal.sql()
                .sql("select jobasjson from jobs.jobrunr_jobs where id = :id")
                .param("id", id.toString())
                .query(String.class)
                .single();
    }

    private int runs() {
        return portal.sql()
                .sql("select count(*) from portal.job_run where plugin_id = :plugin")
                .param("plugin", plugin)
                .query(Integer.class)
                .single();
    }

    private static Start result(Future<Start> click) {
        try {
            return click.get();
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private static class PluginTrouble extends RuntimeException {
        PluginTrouble(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
