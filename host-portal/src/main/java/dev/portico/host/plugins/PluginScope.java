package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.PluginSettings;
import java.util.function.Consumer;

/**
 * A plugin that is about to start.
 *
 * @param id unique
 * @param settings its own settings
 * @param plugin its declarations
 * @param whenGone where to put what must be closed when the plugin stops
 * @param trial where to put what the start holds back
 */
public record PluginScope(
        String id, PluginSettings settings, IntegrationPlugin plugin, Closing whenGone, Consumer<PluginTrial> trial) {

    /** The class loader of the plugin. */
    public ClassLoader loader() {
        return plugin.getClass().getClassLoader();
    }

    /** Collects what to close. */
    @FunctionalInterface
    public interface Closing {

        /** Closes it when the plugin stops, after the plugin's beans. */
        void add(String what, AutoCloseable closeable);
    }
}
