package dev.portico.host.security.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import dev.portico.host.security.Access;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.security.RoutePermission;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Checks the permission of a view before it is built; what nobody allowed is refused. */
class ViewPermissions implements NavigationAccessChecker {

    private final transient HostCurrentUser user;
    private final transient List<RoutePermission> dynamic;

    ViewPermissions(HostCurrentUser user, List<RoutePermission> dynamic) {
        this.user = user;
        this.dynamic = dynamic;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        Class<?> target = context.getNavigationTarget();
        if (context.isErrorHandling() || target.isAnnotationPresent(AnonymousAllowed.class)) {
            return AccessCheckResult.allow();
        }
        if (user.signedIn().isEmpty()) {
            return AccessCheckResult.deny("nobody is signed in");
        }
        if (target.isAnnotationPresent(PermitAll.class)) {
            return AccessCheckResult.allow();
        }
        return accessTo(target, context.getLocation().getPath())
                .filter(access -> access.admits(user))
                .map(held -> AccessCheckResult.allow())
                .orElseGet(() -> AccessCheckResult.deny("the permission is missing"));
    }

    private Optional<Access> accessTo(Class<?> target, String path) {
        RequiresPermission fixed = target.getAnnotation(RequiresPermission.class);
        if (fixed != null) {
            return Optional.of(Access.with(fixed.value()));
        }
        Class<? extends Component> view = target.asSubclass(Component.class);
        return dynamic.stream()
                .flatMap(each -> each.requiredFor(view, path).stream())
                .findFirst();
    }
}
