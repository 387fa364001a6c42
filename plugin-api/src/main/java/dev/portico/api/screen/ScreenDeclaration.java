package dev.portico.api.screen;

import java.util.Optional;

/**
 * A page of a plugin. The portal owns the route and checks permission and audience before it asks for the content.
 *
 * @param path without a leading slash, such as {@code licensing/subscriptions}; not taken by another page
 * @param titleKey text key of the title, one to three words
 * @param permission key of the permission needed to open it
 * @param navigation where the page stands in the drawer; empty if it is reached from other pages only
 * @param screen the bean that makes the content
 * @param audience whom it is made for; others neither see nor open it, as if they lacked the permission
 */
public record ScreenDeclaration(
        String path,
        String titleKey,
        String permission,
        Optional<Navigation> navigation,
        Class<? extends PluginScreen> screen,
        Audience audience) {

    /** A page for everyone who has the permission. */
    public ScreenDeclaration(
            String path,
            String titleKey,
            String permission,
            Optional<Navigation> navigation,
            Class<? extends PluginScreen> screen) {
        this(path, titleKey, permission, navigation, screen, Audience.EVERYONE);
    }

    /**
     * A place in the navigation drawer.
     *
     * @param groupKey text key of the group the item stands in, such as "Licensing"; groups of the same text are one, so
     *     that "Settings" puts it among the portal's own settings, whose orders begin at 1000
     * @param icon name of a Vaadin icon, such as {@code key}
     * @param order position inside the group, ascending
     * @param badge the bean that counts what waits there; empty for none
     */
    public record Navigation(
            String groupKey, String icon, int order, Optional<Class<? extends NavigationBadge>> badge) {

        /** A place without a badge. */
        public Navigation(String groupKey, String icon, int order) {
            this(groupKey, icon, order, Optional.empty());
        }

        /** A place with a badge. */
        public Navigation(String groupKey, String icon, int order, Class<? extends NavigationBadge> badge) {
            this(groupKey, icon, order, Optional.of(badge));
        }
    }
}
