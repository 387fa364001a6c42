package dev.portico.host.plugins;

import java.time.Instant;

/**
 * A call into a plugin that went wrong.
 *
 * @param at when
 * @param what the portal wanted of it, such as "card status"
 * @param problem kind and message of what it threw
 */
public record PluginFailure(Instant at, String what, String problem) {}
