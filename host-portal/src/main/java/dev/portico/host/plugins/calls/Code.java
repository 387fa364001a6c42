package dev.portico.host.plugins.calls;

/**
 * Whose code is called.
 *
 * @param id of the plugin
 * @param version of the plugin
 * @param loader its class loader
 */
public record Code(String id, String version, ClassLoader loader) {}
