package dev.portico.host.oauth;

import java.util.Optional;

/** The connections of plugins, for the rest of the portal. */
public interface PluginConnections {

    /** Whether an account is connected for the plugin. */
    boolean connected(String pluginId);

    /** Forgets the tokens of a plugin. */
    void disconnect(String pluginId);

    /** Address that starts the authorization-code flow of a plugin, if it has a client registration. */
    Optional<String> connectAddress(String pluginId);
}
