package dev.portico.api.screen;

/**
 * Counts what waits behind an item of the navigation, such as requests that the user can decide. One bean serves all
 * users; it is asked every few seconds for each open window, so it reads only from the plugin's own tables.
 */
public interface NavigationBadge {

    /**
     * How much waits for the current user now; nothing is shown for zero, for less, and while it throws.
     *
     * @see dev.portico.api.host.CurrentUser
     */
    long count();
}
