package dev.portico.host.jobs.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jobrunr.dashboard.JobRunrStaticFileHandler;

/** JobRunr's pages and scripts, which believe to be at the root of a server. */
class DashboardPages {

    /**
     * JobRunr's pages are light only. Where the portal is dark they are inverted, with the hues turned back; a page in a
     * frame is told so by the frame's colour scheme.
     */
    private static final String DARK =
            """
            @media (prefers-color-scheme: dark) {
              html { filter: invert(0.92) hue-rotate(180deg); background: #fff; }
              img, iframe { filter: invert(1) hue-rotate(180deg); }
            }
            """;

    private final JobRunrStaticFileHandler handler = new JobRunrStaticFileHandler();

    void serve(HttpServletRequest request, HttpServletResponse response, URI address, String base)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        handler.handle(new DashboardExchange(request, response, address, body));
        String type = String.valueOf(response.getContentType());
        String path = address.getPath();
        if (path.endsWith(".css")) {
            body.write(DARK.getBytes(StandardCharsets.UTF_8));
        } else if (path.endsWith(".js") || path.endsWith(".json") || type.startsWith("text/html")) {
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
