package dev.portico.host.plugins;

/**
 * A call into a plugin failed. It carries the message but never the plugin's exception object, which would keep the
 * plugin's class loader.
 */
public class PluginCallFailed extends RuntimeException {

    PluginCallFailed(String message) {
        super(message);
    }
}
