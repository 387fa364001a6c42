package dev.portico.host.oauth;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.PluginSettings;
import dev.portico.api.host.OAuthConnection;
import dev.portico.host.plugins.PluginContribution;
import dev.portico.host.plugins.PluginOffer;
import dev.portico.host.plugins.PluginScope;
import dev.portico.host.plugins.RunningPlugin;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives every plugin its connection and takes its client registration. */
@Component
@Order(20)
class OAuthPlugins implements PluginOffer, PluginContribution {

    private final Connections connections;
    private final PluginClientRegistrations registrations;

    OAuthPlugins(Connections connections, PluginClientRegistrations registrations) {
        this.connections = connections;
        this.registrations = registrations;
    }

    @Override
    public void offer(PluginScope plugin, GenericApplicationContext context) {
        context.registerBean(OAuthConnection.class, () -> connections.of(plugin.id()));
    }

    @Override
    public String name() {
        return "OAuth client";
    }

    @Override
    public Registration register(RunningPlugin plugin) {
        return plugin.declarations()
                .oauthClient(plugin.bean(PluginSettings.class))
                .map(client -> registrations.register(plugin.id(), client))
                .orElse(() -> {});
    }
}
