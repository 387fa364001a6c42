package dev.portico.api;

/**
 * A permission that a plugin brings.
 *
 * @param key level and resource, such as {@code manage_licensing}; {@code manage_x} implies {@code write_x}, which
 *     implies {@code read_x}
 * @param nameKey text key of its name for administrators
 */
public record PermissionDeclaration(String key, String nameKey) {}
