package dev.portico.host.plugins;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A feature of the portal that gives something to every plugin: beans that the plugin may inject, bound to it.
 * Implementations are beans of the portal.
 */
public interface PluginOffer {

    /**
     * Puts beans into the plugin's context before it is refreshed.
     *
     * @param settings of the plugin and its class loader
     * @param context of the plugin, also a {@link BeanDefinitionRegistry}
     */
    void offer(PluginScope settings, GenericApplicationContext context);
}
