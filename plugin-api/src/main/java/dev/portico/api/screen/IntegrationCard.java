package dev.portico.api.screen;

import java.util.List;
import java.util.Optional;

/** The plugin's card in Settings &gt; Integrations. */
public interface IntegrationCard {

    /** The state now; called often, so it reads only from the plugin's own tables. */
    CardStatus status();

    /** What can be done from the card, apart from Configure and Remove Integration, which the portal adds. */
    default List<CardAction> actions() {
        return List.of();
    }

    /** State of the connection to the outside system. */
    enum ConnectionState {
        /** Works. */
        CONNECTED,
        /** Never connected, or the credentials were removed or have expired. */
        DISCONNECTED,
        /** Data is being fetched. */
        SYNCING,
        /** Needs attention. */
        ERROR
    }

    /**
     * What the card shows.
     *
     * @param state of the connection
     * @param line one muted line with what matters now, such as last sync and counts
     * @param problem the last error and what to do about it
     * @param link leads to the page with the integration's data
     */
    record CardStatus(ConnectionState state, String line, Optional<String> problem, Optional<Link> link) {}

    /**
     * A link to a page of the portal.
     *
     * @param label translated
     * @param path without a leading slash
     */
    record Link(String label, String path) {}

    /**
     * An action of the card.
     *
     * @param id stable name
     * @param label translated
     * @param permission key of the permission without which it is not shown; the action checks it again
     * @param run does it and returns a translated sentence that tells what happened
     */
    record CardAction(String id, String label, String permission, java.util.function.Supplier<String> run) {}
}
