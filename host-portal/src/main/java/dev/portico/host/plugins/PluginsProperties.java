package dev.portico.host.plugins;

import dev.portico.api.PluginSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the plugin runtime.
 *
 * @param install plugin jars to install or upgrade when the portal starts
 * @param settings for each plugin id its own settings, such as {@code pax8.client-id}
 * @param reconcileEvery how often what runs is compared with what shall run, besides at every change
 * @param callLimit most time a plugin may take to answer a call from a screen before it is interrupted
 * @param cardLimit most time a plugin may take to tell the state of its card
 * @param startLimit most time a plugin may take to migrate and start before it is interrupted
 * @param quiesceLimit how long runs under way may go on before an upgrade asks them to stop
 * @param stopLimit how long runs that were asked to stop are waited for
 */
@ConfigurationProperties("portico.plugins")
record PluginsProperties(
        @DefaultValue List<String> install,
        @DefaultValue Map<String, Map<String, String>> settings,
        @DefaultValue("5s") Duration reconcileEvery,
        @DefaultValue("20s") Duration callLimit,
        @DefaultValue("3s") Duration cardLimit,
        @DefaultValue("60s") Duration startLimit,
        @DefaultValue("30s") Duration quiesceLimit,
        @DefaultValue("20s") Duration stopLimit) {

    /** The settings of one plugin. */
    PluginSettings settingsOf(String id) {
        Map<String, String> own = settings.getOrDefault(id, Map.of());
        return name -> Optional.ofNullable(own.get(name)).filter(value -> !value.isBlank());
    }
}
