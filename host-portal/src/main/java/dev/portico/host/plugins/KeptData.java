package dev.portico.host.plugins;

import java.time.Instant;

/**
 * Data of a plugin that was removed without it.
 *
 * @param name of the plugin when it was removed
 * @param version of the plugin when it was removed
 * @param removedBy sign-in name
 */
public record KeptData(String id, String name, String version, Instant removedAt, String removedBy) {}
