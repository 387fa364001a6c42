package dev.portico.host.security;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A bean that knows the permission for views whose permission is not fixed by an annotation. */
public interface RoutePermission {

    /**
     * The permission for a view under a path.
     *
     * @param view the navigation target
     * @param path without a leading slash
     * @return empty if this bean does not know the view; it is refused if no bean does
     */
    Optional<String> requiredFor(Class<? extends Component> view, String path);
}
