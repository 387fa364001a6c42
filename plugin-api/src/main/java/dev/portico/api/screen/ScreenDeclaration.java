package dev.portico.api.screen;

import java.util.Optional;

/**
 * A page of a plugin. The portal owns the route and checks the permission before it asks for the content.
 *
 * @param path without a leading slash, such as {@code licensing/subscriptions}; not taken by another page
 * @param titleKey text key of the title, one to three words
 * @param permission key of the permission needed to open it
 * @param navigation where the page stands in the drawer; empty if it is reached from other pages only
 * @param screen the bean that makes the content
 */
public record ScreenDeclaration(
        String path,
        String titleKey,
        String permission,
        Optional<Navigation> navigation,
        Class<? extends PluginScreen> screen) {

    /**
     * A place in the navigation drawer.
     *
     * @param groupKey text key of the group the item stands in, such as "Licensing"
     * @param icon name of a Vaadin icon, such as {@code key}
     * @param order position inside the group, ascending
     */
    public record Navigation(String groupKey, String icon, int order) {}
}
