package dev.portico.host.security;

import java.util.List;
import java.util.function.Supplier;

/**
 * A permission that roles can hold.
 *
 * @param key level and resource, such as {@code manage_users}; {@code manage_x} implies {@code write_x}, which implies
 *     {@code read_x}
 * @param name for administrators, in the current user's language
 */
public record Permission(String key, Supplier<String> name) {

    private static final List<String> LEVELS = List.of("read_", "write_", "manage_");

    /** The key itself and those that imply it. */
    public static List<String> implying(String key) {
        for (int level = 0; level < LEVELS.size(); level++) {
            if (key.startsWith(LEVELS.get(level))) {
                String resource = key.substring(LEVELS.get(level).length());
                return LEVELS.subList(level, LEVELS.size()).stream()
                        .map(each -> each + resource)
                        .toList();
            }
        }
        return List.of(key);
    }
}
