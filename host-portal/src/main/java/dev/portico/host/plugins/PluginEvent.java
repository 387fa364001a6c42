package dev.portico.host.plugins;

import java.time.Instant;

/**
 * Something that happened in the life of a plugin.
 *
 * @param kind stable, such as {@code installed}, {@code started}, {@code upgrade-failed}
 * @param version it is about; may be empty
 * @param detail for people; may be empty
 * @param node name of the node on which it happened; empty if it concerns all
 * @param by sign-in name of who did it; empty if the portal did
 */
public record PluginEvent(Instant at, String kind, String version, String detail, String node, String by) {}
