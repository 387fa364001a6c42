package dev.portico.host.plugins;

/** A package cannot be installed; the message names the finding and the remedy. */
public class PluginRefused extends RuntimeException {

    PluginRefused(String message) {
        super(message);
    }

    PluginRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
