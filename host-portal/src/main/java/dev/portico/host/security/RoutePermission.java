package dev.portico.host.security;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A bean that knows who may open views that do not say it by an annotation. */
public interface RoutePermission {

    /**
     * What it takes to open a view under a path.
     *
     * @param view the navigation target
     * @param path without a leading slash
     * @return empty if this bean does not know the view; it is refused if no bean does
     */
    Optional<Access> requiredFor(Class<? extends Component> view, String path);
}
