package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Jobs.Start;
import dev.portico.api.host.Jobs.Trigger;
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
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs that are started and come to their end. */
class JobRunsTest extends JobRunsUnderTest {

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

    private static Start result(Future<Start> click) {
        try {
            return click.get();
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }
}
