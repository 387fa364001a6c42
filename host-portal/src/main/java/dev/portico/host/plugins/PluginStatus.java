package dev.portico.host.plugins;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a plugin on one node.
 *
 * @param id of the plugin
 * @param version that the state is about
 * @param state what it is doing
 * @param since since when
 * @param problem why it failed
 */
public record PluginStatus(String id, String version, State state, Instant since, Optional<String> problem) {

    /** What a plugin is doing on a node. */
    public enum State {
        /** Is being loaded, migrated and started. */
        STARTING,
        /** Serves. */
        STARTED,
        /** Another version is being tried; the old one serves again if that fails. */
        UPGRADING,
        /** Its work is being stopped and taken back. */
        STOPPING,
        /** Is switched off. */
        DISABLED,
        /** Shall run but could not be started; tried again when it changes, on request, or when the portal starts. */
        FAILED
    }
}
