package dev.portico.host.jobs.dashboard;

import dev.portico.api.host.CurrentUser;
import dev.portico.host.jobs.JobsView;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Everything of the dashboard goes through here, so that permission and origin are checked for all of it. */
class DashboardServlet extends HttpServlet {

    /** Where the dashboard is, below the portal. */
    static final String BASE = "/jobs";

    private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

    private final transient CurrentUser user;
    private final transient DashboardPages pages;
    private final transient DashboardApi api;
    private final transient EventStreams events;

    DashboardServlet(CurrentUser user, DashboardPages pages, DashboardApi api, EventStreams events) {
        this.user = user;
        this.pages = pages;
        this.api = api;
        this.events = events;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!user.may(JobsView.PERMISSION) || !SameOrigin.allows(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!METHODS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            dispatch(request, response);
        }
    }

    private void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        URI address = address(request);
        switch (request.getServletPath()) {
            case BASE + "/dashboard" -> pages.serve(request, response, address, request.getContextPath() + BASE);
            case BASE + "/api" -> api.answer(request, response, address);
            default -> events.stream(request, response, address);
        }
    }

    /** The address that JobRunr knows, from the parts that the container has decoded and freed of dots. */
    private static URI address(HttpServletRequest request) throws IOException {
        String path = request.getServletPath().substring(BASE.length())
                + (request.getPathInfo() == null ? "" : request.getPathInfo());
        try {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            return URI.create(new URI(null, null, path, null).toASCIIString() + query).normalize();
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw new IOException("Malformed address", malformed);
        }
    }

    @Override
    public void destroy() {
        events.close();
    }
}
