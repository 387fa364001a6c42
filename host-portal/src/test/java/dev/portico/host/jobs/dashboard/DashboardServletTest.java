package dev.portico.host.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.JobOutcome.Cancelled;
import dev.portico.api.job.JobOutcome.Failed;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.SyncCounts;
import dev.portico.host.jobs.SharedPortal;
import dev.portico.host.jobs.TestPortal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobrunr.jobs.RecurringJob;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DashboardServletTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private final TestPortal portal = SharedPortal.get();
    private final String plugin = TestPortal.plugin();
    private final Jobs jobs = portal.jobs(plugin);

    @AfterEach
    void giveThePermissionBack() {
        portal.user().allow("manage_jobs");
    }

    @Test
    void nothingIsShownWithoutThePermission() throws Exception {
        portal.user().allow("manage_integrations");
        assertThat(get("/jobs/dashboard/overview").statusCode()).isEqualTo(403);
        assertThat(get("/jobs/dashboard/static/css/index.css").statusCode()).isEqualTo(403);
        assertThat(get("/jobs/api/version").statusCode()).isEqualTo(403);
        assertThat(get("/jobs/sse/jobstats").statusCode()).isEqualTo(403);
        assertThat(send("POST", requeue(UUID.randomUUID()), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesAndScriptsPointBelowThePortalsPath() throws Exception {
        HttpResponse<String> page = get("/jobs/dashboard/overview");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        Matcher links = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
        int scripts = 0;
        while (links.find()) {
            assertThat(links.group(1)).startsWith("/jobs/dashboard/");
            HttpResponse<String> asset = get(links.group(1));
            assertThat(asset.statusCode()).as(links.group(1)).isEqualTo(200);
            if (links.group(1).endsWith(".js")) {
                scripts++;
                assertThat(asset.body()).doesNotContain("\"/dashboard", "\"/api/", "\"/sse/");
            }
        }
        assertThat(scripts).isEqualTo(4);
    }

    @Test
    void noOutsideHostCanBeCalledAndNoOtherSiteCanFrameIt() throws Exception {
        String policy = get("/jobs/dashboard/overview")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy)
                .contains("script-src 'nonce-", "connect-src 'self'", "frame-ancestors 'self'", "object-src 'none'")
                .doesNotContain("http:", "https:", "*");
        assertThat(get("/jobs/api/version").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(get("/jobs/api/version").headers().firstValue("Access-Control-Allow-Methods"))
                .isEmpty();
    }

    @Test
    void filesOutsideOfTheDashboardAreNotServed() throws Exception {
        for (String path : new String[] {
            "/jobs/dashboard/static/../../../../../../application.yaml",
            "/jobs/dashboard/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/application.yaml",
            "/jobs/dashboard/static/..%2f..%2f..%2f..%2f..%2f..%2fapplication.yaml",
            "/jobs/dashboard/static/..%5c..%5capplication.yaml",
            "/jobs/dashboard/nothing.json"
        }) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("hikari");
        }
    }

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

    @Test
    void jobsAreAnsweredAsJson() throws Exception {
        UUID id = failedRun(new AtomicInteger());
        HttpResponse<String> answer = get("/jobs/api/jobs?state=FAILED&offset=0&limit=20&order=updatedAt:DESC");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(id.toString(), plugin + ": sync");
        assertThat(get("/jobs/api/jobs/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void figuresAreSentAsTheyChange() throws Exception {
        HttpResponse<InputStream> stream = BROWSER.send(
                request("/jobs/sse/servers").build(), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(dataLine(lines)).contains("lastHeartbeat");
        }
        assertThat(get("/jobs/sse/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theStreamOfAJobEndsWithTheJob() throws Exception {
        UUID id = failedRun(new AtomicInteger());
        HttpRequest request = request("/jobs/sse/jobs/" + id).timeout(Duration.ofSeconds(30)).build();
        assertThat(BROWSER.send(request, BodyHandlers.ofString()).body()).contains(id.toString());
    }

    @Test
    void browsersThatHaveGoneLeaveRoomForOthers() throws Exception {
        for (int tab = 0; tab < 45; tab++) {
            HttpResponse<InputStream> stream = BROWSER.send(
                    request("/jobs/sse/jobstats").build(), BodyHandlers.ofInputStream());
            stream.body().close();
        }
        await().atMost(Duration.ofSeconds(45)).pollInterval(Duration.ofSeconds(2)).until(() -> {
            HttpResponse<InputStream> stream = BROWSER.send(
                    request("/jobs/sse/jobstats").build(), BodyHandlers.ofInputStream());
            stream.body().close();
            return stream.statusCode() == 200;
        });
    }

    private static String dataLine(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    private UUID failedRun(AtomicInteger calls) {
        portal.register(
                plugin,
                "sync",
                "",
                run -> calls.incrementAndGet() == 1 ? new Failed("Broken") : new Succeeded(SyncCounts.NONE));
        UUID id = jobs.start("sync").run().id();
        StorageProvider storage = portal.bean(StorageProvider.class);
        await().until(() -> storage.getJobById(id).getState().name().equals("FAILED"));
        return id;
    }

    private static String requeue(UUID id) {
        return "/jobs/api/jobs/" + id + "/requeue";
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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return BROWSER.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portal.port() + path));
    }
}
