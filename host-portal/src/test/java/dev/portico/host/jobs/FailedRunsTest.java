package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Jobs.Start;
import dev.portico.api.job.JobOutcome.Failed;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.states.FailedState;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

/** Runs that fail, and what is tried again by itself. */
class FailedRunsTest extends JobRunsUnderTest {

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
                .doesNotContain("PluginTrouble", "NoClassDefFoundError", "dev.vendor", "FailedRunsTest");
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

    private static class PluginTrouble extends RuntimeException {
        PluginTrouble(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
