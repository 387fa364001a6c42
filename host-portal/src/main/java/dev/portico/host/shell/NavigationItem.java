package dev.portico.host.shell;

import dev.portico.host.security.Access;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A place in the drawer.
 *
 * @param group translated label of the group it stands in; empty: it stands alone. A group stands where its first item
 *     would stand and shows that item's icon.
 * @param label translated
 * @param path of a screen, without a leading slash; with one, an address of the portal outside of its screens
 * @param icon name of a Vaadin icon, such as {@code key}
 * @param order ascending, in the group and among all that stands alone; the portal's own: overview -100, companies
 *     -90, jobs 900, settings from 1000
 * @param access what it takes to see it
 * @param badge counts what waits there for the current user; empty for none
 */
public record NavigationItem(
        Supplier<String> group,
        Supplier<String> label,
        String path,
        String icon,
        int order,
        Access access,
        Optional<LongSupplier> badge) {

    /**
     * A place without a badge.
     *
     * @param permission key of the permission without which it is not shown; empty: everybody sees it
     */
    public NavigationItem(
            Supplier<String> group, Supplier<String> label, String path, String icon, int order, String permission) {
        this(group, label, path, icon, order, Access.with(permission), Optional.empty());
    }
}
