package dev.portico.host.jobs;

import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.SyncCounts;
import java.time.Duration;
import java.util.UUID;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.Timeout;

/** Runs of a plugin of its own, in the portal that all these tests share. */
@Timeout(90)
abstract class JobRunsUnderTest {

    static final JobOutcome DONE = new Succeeded(SyncCounts.NONE);

    final TestPortal portal = SharedPortal.get();
    final String plugin = TestPortal.plugin();
    final Jobs jobs = portal.jobs(plugin);

    void requeue(UUID id) {
        await().until(() -> !job(id).hasState(StateName.PROCESSING));
        Job job = job(id);
        job.enqueue();
        portal.bean(StorageProvider.class).save(job);
        portal.bean(Steward.class).kick();
    }

    Run ended(UUID id) {
        RunHistory history = portal.bean(RunHistory.class);
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> history.byId(plugin, id).orElseThrow(), run -> !run.state().active());
    }

    Job job(UUID id) {
        return portal.bean(JobQueue.class).find(id).orElseThrow();
    }

    String stored(UUID id) {
        return portal.sql()
                .sql("select jobasjson from jobs.jobrunr_jobs where id = :id")
                .param("id", id.toString())
                .query(String.class)
                .single();
    }

    int runs() {
        return portal.sql()
                .sql("select count(*) from portal.job_run where plugin_id = :plugin")
                .param("plugin", plugin)
                .query(Integer.class)
                .single();
    }
}
