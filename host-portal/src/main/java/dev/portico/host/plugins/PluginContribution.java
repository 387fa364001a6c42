package dev.portico.host.plugins;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.IntegrationPlugin;

/**
 * A feature of the portal that takes something from every plugin: screens, jobs, permissions. Implementations are
 * beans; they are called on the life-cycle thread, in the order of {@link org.springframework.core.annotation.Order}.
 */
public interface PluginContribution {

    /** What is registered, for messages. */
    String name();

    /**
     * Looks whether a plugin could be registered here, without registering it: whatever belongs to the plugin of that
     * id already is no obstacle.
     *
     * @throws IllegalStateException naming the conflict and the remedy
     */
    default void check(String pluginId, IntegrationPlugin declarations) {}

    /**
     * Registers what the plugin declares.
     *
     * @return takes all of it back
     */
    Registration register(RunningPlugin plugin);
}
