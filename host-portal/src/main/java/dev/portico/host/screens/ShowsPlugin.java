package dev.portico.host.screens;

import com.vaadin.flow.router.Location;

/** A view of the portal whose content is a plugin's. */
public interface ShowsPlugin {

    /** Where the same can be opened again. */
    Location location();

    /**
     * Empties the view, so that nothing of the plugin is left in it. From now on it may be left without a question.
     *
     * @throws RuntimeException what the plugin's own content throws while it goes; the view forgets the plugin anyway
     */
    void letGo();
}
