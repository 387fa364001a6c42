package dev.portico.host.oauth;

import dev.portico.api.host.Notifications.Notice;
import dev.portico.api.host.OAuthConnection.Connection;
import dev.portico.host.notifications.PluginNotifications;
import dev.portico.host.plugins.PluginRuntime;
import dev.portico.host.texts.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells those who may connect an integration that it has to be connected again, once for each connection. */
@Component
class ReconnectNotice {

    private static final Texts TEXTS = Texts.of("oauth");
    private static final String TOPIC = "oauth-connection";

    private final PluginNotifications notifications;
    private final ObjectProvider<PluginRuntime> plugins;

    ReconnectNotice(PluginNotifications notifications, ObjectProvider<PluginRuntime> plugins) {
        this.notifications = notifications;
        this.plugins = plugins; // why a provider: plugins are offered connections while they are started
    }

    void tell(String pluginId, Connection lost, String reason) {
        String name = plugins.getObject()
                .find(pluginId)
                .map(plugin -> plugin.declarations().profile().name())
                .orElse(pluginId);
        notifications.tellHolders(
                pluginId,
                VaultAuthorizedClients.PERMISSION,
                new Notice(
                        "reconnect-" + lost.connectedAt().toEpochMilli(),
                        TOPIC,
                        TEXTS.text("reconnect.title", name),
                        TEXTS.text("reconnect.text", reason),
                        "settings/integrations/" + pluginId + "/setup"));
    }

    void settle(String pluginId) {
        notifications.forOwner(pluginId).settle(TOPIC);
    }
}
