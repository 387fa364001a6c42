package dev.portico.host.plugins;

import com.vaadin.flow.shared.Registration;

/**
 * A feature of the portal that takes something from every plugin: screens, jobs, permissions. Implementations are
 * beans; they are called on the life-cycle thread, in the order of {@link org.springframework.core.annotation.Order}.
 */
public interface PluginContribution {

    /** What is registered, for messages. */
    String name();

    /**
     * Registers what the plugin declares.
     *
     * @return takes all of it back
     */
    Registration register(RunningPlugin plugin);
}
