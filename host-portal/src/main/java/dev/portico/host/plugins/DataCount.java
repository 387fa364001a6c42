package dev.portico.host.plugins;

/**
 * How much of one kind the portal keeps for a plugin.
 *
 * @param kind stable key of the kind: {@code rows:<table>}, {@code secrets}, {@code runs}, {@code schedules},
 *     {@code connections}, {@code grants}
 * @param count 0 or more
 */
public record DataCount(String kind, long count) {}
