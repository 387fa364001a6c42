package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.JobOutcome.Cancelled;
import dev.portico.api.job.SyncCounts;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

/** Runs that are stopped, or can not be. */
class CancelledRunsTest extends JobRunsUnderTest {

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
}
