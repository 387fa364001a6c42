package dev.portico.host.plugins;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a plugin on this node.
 *
 * @param installed the desired state
 * @param state what it is doing
 * @param since since when
 * @param problem why it failed
 */
public record PluginStatus(InstalledPlugin installed, State state, Instant since, Optional<String> problem) {

    /** What a plugin is doing on this node. */
    public enum State {
        /** Serves. */
        STARTED,
        /** Is switched off. */
        DISABLED,
        /** Shall run but could not be started; tried again when it changes or the portal starts. */
        FAILED
    }
}
