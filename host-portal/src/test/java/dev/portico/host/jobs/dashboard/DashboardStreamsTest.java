package dev.portico.host.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DashboardStreamsTest extends DashboardUnderTest {

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
}
