package dev.portico.api.screen;

import com.vaadin.flow.component.Component;

/**
 * Makes the content of a page. One bean serves all users: it keeps no state of a visit in its fields.
 *
 * <p>Content is composed of Vaadin's own components; a plugin does not subclass {@link Component} and uses neither
 * {@code new Grid<>(Type.class)} nor {@code new Binder<>(Type.class)}, because those hold the plugin's class loader.
 */
public interface PluginScreen {

    /** Makes the content for one visit; called with the session locked. */
    Component open(ScreenContext context);
}
