package dev.portico.host.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.JobOutcome.Cancelled;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.SyncCounts;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.RecurringJob;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.Test;

class DashboardWritesTest extends DashboardUnderTest {

    @Test
    void writesOfAnotherSiteAreRefused() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        UUID id = failedRun(calls);
        String own = "http://127.0.0.1:" + portal.port();
        assertThat(send("POST", requeue(id)).statusCode()).isEqualTo(403);
        assertThat(send("POST", requeue(id), "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", requeue(id), "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(send("POST", requeue(id), "Origin", "http://127.0.0.1:1").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", requeue(id), "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", requeue(id), "Sec-Fetch-Site", "same-site", "Origin", own)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", "/jobs/api/jobs/" + id, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("PUT", "/jobs/api/jobs/" + id, "Origin", own).statusCode()).isEqualTo(405);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aRequeueFromThePortalsOwnPageRunsAtOnceAndIsRecorded() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        UUID id = failedRun(calls);
        assertThat(send("POST", requeue(id), "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(204);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> jobs.latest("sync").orElseThrow().state() == RunState.SUCCEEDED);
        assertThat(calls).hasValue(2);
        assertThat(recorded("job.requeued", plugin + ": sync", id.toString())).isTrue();
    }

    @Test
    void theOwnOriginIsEnoughForABrowserThatDoesNotSayWhereFrom() throws Exception {
        UUID id = failedRun(new AtomicInteger());
        assertThat(send("POST", requeue(id), "Origin", "http://127.0.0.1:" + portal.port())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void deletingAJobStopsItsRun() throws Exception {
        AtomicInteger started = new AtomicInteger();
        portal.register(plugin, "sync", "", run -> {
            started.incrementAndGet();
            while (!run.cancelled()) {
                Thread.onSpinWait();
            }
            return new Cancelled(SyncCounts.NONE);
        });
        UUID id = jobs.start("sync").run().id();
        await().until(() -> started.get() == 1);
        assertThat(send("DELETE", "/jobs/api/jobs/" + id, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(204);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> jobs.latest("sync").orElseThrow().state() == RunState.CANCELLED);
        assertThat(recorded("job.deleted", plugin + ": sync", id.toString())).isTrue();
    }

    @Test
    void triggeringAScheduleIsRecorded() throws Exception {
        portal.register(plugin, "sync", "30 2 * * *", run -> new Succeeded(SyncCounts.NONE));
        String id = portal.bean(StorageProvider.class).getRecurringJobs().stream()
                .map(RecurringJob::getId)
                .filter(each -> each.startsWith(plugin))
                .findAny()
                .orElseThrow();
        String path = "/jobs/api/recurring-jobs/" + id;
        assertThat(send("POST", path + "/trigger", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(204);
        await().until(() -> jobs.latest("sync").isPresent());
        assertThat(recorded("schedule.triggered", id, "")).isTrue();
        assertThat(send("DELETE", path, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(204);
        assertThat(recorded("schedule.deleted", id, "")).isTrue();
    }

    private boolean recorded(String action, String subject, String details) {
        return portal.sql()
                .sql("""
                        select exists (select from portal.audit_entry
                            where actor = 'ada@example.com' and owner = 'portal' and action = :action
                              and subject = :subject and details = :details)
                        """)
                .param("action", action)
                .param("subject", subject)
                .param("details", details)
                .query(Boolean.class)
                .single();
    }
}
