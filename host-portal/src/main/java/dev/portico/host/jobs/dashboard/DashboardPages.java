package dev.portico.host.jobs.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jobrunr.dashboard.JobRunrStaticFileHandler;

/**
 * JobRunr's pages and scripts, which believe to be at the root of a server. They are dark where the browser prefers it;
 * in a frame that is the colour scheme of the page around it.
 */
class DashboardPages {

    private final JobRunrStaticFileHandler handler = new JobRunrStaticFileHandler();

    void serve(HttpServletRequest request, HttpServletResponse response, URI address, String base)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        handler.handle(new DashboardExchange(request, response, address, body));
        String type = String.valueOf(response.getContentType());
        String path = address.getPath();
        if (path.endsWith(".js") || path.endsWith(".json") || type.startsWith("text/html")) {
            body = rewritten(body, base);
        }
        body.writeTo(response.getOutputStream());
    }

    /** String literals only, as in {@code "/api/jobs"}: nothing else in there is an address. */
    private static ByteArrayOutputStream rewritten(ByteArrayOutputStream body, String base) throws IOException {
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream(body.size());
        rewritten.write(body.toString(StandardCharsets.UTF_8)
                .replace("\"/dashboard", "\"" + base + "/dashboard")
                .replace("\"/api/", "\"" + base + "/api/")
                .replace("\"/sse/", "\"" + base + "/sse/")
                .getBytes(StandardCharsets.UTF_8));
        return rewritten;
    }
}
