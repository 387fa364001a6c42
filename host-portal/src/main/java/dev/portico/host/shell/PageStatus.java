package dev.portico.host.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import dev.portico.host.security.HostCurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/**
 * The HTTP status of a page's first answer. Vaadin sends the page before it navigates, always with 200; scripts and
 * monitors that ask for a page should learn that it is refused or not there.
 */
@Component
class PageStatus {

    private final NavigationAccessControl access;
    private final HostCurrentUser user;

    PageStatus(NavigationAccessControl access, HostCurrentUser user) {
        this.access = access;
        this.user = user;
    }

    int of(VaadinRequest request) {
        VaadinService service = request.getService();
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
        var found = service.getRouter().getRegistry().getNavigationRouteTarget(path);
        if (!found.hasTarget()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        Class<?> view = found.getRouteTarget().getTarget();
        var context = access.createNavigationContext(view, path, service, request);
        boolean refused = user.signedIn().isPresent()
                && access.checkAccess(context, true).decision() != AccessCheckDecision.ALLOW;
        return refused ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_OK;
    }
}
