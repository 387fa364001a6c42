package dev.portico.host.jobs.dashboard;

import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs;
import dev.portico.api.job.JobOutcome.Failed;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.SyncCounts;
import dev.portico.host.jobs.SharedPortal;
import dev.portico.host.jobs.TestPortal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** The dashboard of the portal that all these tests share, as a browser asks for it. */
@Timeout(60)
abstract class DashboardUnderTest {

    static final HttpClient BROWSER = HttpClient.newHttpClient();

    final TestPortal portal = SharedPortal.get();
    final String plugin = TestPortal.plugin();
    final Jobs jobs = portal.jobs(plugin);

    @AfterEach
    void giveThePermissionBack() {
        portal.user().allow("manage_jobs");
    }

    UUID failedRun(AtomicInteger calls) {
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

    static String requeue(UUID id) {
        return "/jobs/api/jobs/" + id + "/requeue";
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return BROWSER.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portal.port() + path));
    }
}
