package dev.portico.host.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the dashboard shows, to whom, and what it lets in. */
class DashboardServletTest extends DashboardUnderTest {

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
    void jobsAreAnsweredAsJson() throws Exception {
        UUID id = failedRun(new AtomicInteger());
        HttpResponse<String> answer = get("/jobs/api/jobs?state=FAILED&offset=0&limit=20&order=updatedAt:DESC");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(id.toString(), plugin + ": sync");
        assertThat(get("/jobs/api/jobs/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }
}
