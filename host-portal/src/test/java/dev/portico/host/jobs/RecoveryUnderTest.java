package dev.portico.host.jobs;

import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.PluginJob;
import dev.portico.api.job.SyncCounts;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;

/** A plugin of its own, for what is left behind by portals that end in the middle. */
@Timeout(90)
abstract class RecoveryUnderTest {

    static final PluginJob WORK = run -> new Succeeded(SyncCounts.NONE);

    final String plugin = TestPortal.plugin();

    void awaitState(TestPortal portal, RunState state) {
        await().atMost(Duration.ofSeconds(25))
                .until(() -> portal.jobs(plugin).latest("sync").filter(run -> run.state() == state).isPresent());
    }
}
