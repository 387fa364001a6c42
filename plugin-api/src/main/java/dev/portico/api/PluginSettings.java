package dev.portico.api;

import java.util.Optional;

/** The settings of one plugin: the configuration properties below {@code portico.plugins.settings.<plugin id>}. */
public interface PluginSettings {

    /**
     * Reads one setting.
     *
     * @param name in kebab case, such as {@code api-url}
     * @return empty if it is not set or blank
     */
    Optional<String> find(String name);

    /** Reads one setting, or the given value if it is not set. */
    default String get(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }
}
