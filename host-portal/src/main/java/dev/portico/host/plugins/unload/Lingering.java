package dev.portico.host.plugins.unload;

import java.time.Instant;

/**
 * The code of a plugin that was unloaded and is still in memory.
 *
 * @param version of that code
 * @param unloadedAt when the portal let go of it
 */
public record Lingering(String pluginId, String version, Instant unloadedAt) {}
