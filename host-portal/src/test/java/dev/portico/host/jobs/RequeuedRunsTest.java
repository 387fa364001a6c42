package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.JobOutcome.Failed;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

/** Runs that somebody puts into the queue again. */
class RequeuedRunsTest extends JobRunsUnderTest {

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
}
