package dev.portico.host.jobs.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * Refuses writes that another site makes the browser send. JobRunr's pages send no token, so the browser's own word on
 * where a request comes from takes its place.
 */
final class SameOrigin {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private SameOrigin() {}

    /** Whether the request reads only, or comes from a page of the portal. Without any word on it, it does not. */
    static boolean allows(HttpServletRequest request) {
        if (READS.contains(request.getMethod())) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        try {
            URI uri = URI.create(origin);
            return request.getScheme().equalsIgnoreCase(uri.getScheme())
                    && request.getServerName().equalsIgnoreCase(uri.getHost())
                    && request.getServerPort() == port(uri);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
