package dev.portico.pax8.partner;

import dev.portico.api.PluginSettings;
import java.time.Duration;

/**
 * The plugin's settings that concern the Partner API.
 *
 * @param apiUrl {@code api-url}, without a slash at its end
 * @param audience {@code audience} of the tokens
 * @param callsPerMinute {@code calls-per-minute} to Pax8, over all nodes
 * @param patience {@code call-tries} and {@code first-wait-ms} of calls in background jobs
 */
record PartnerSettings(String apiUrl, String audience, int callsPerMinute, Patience patience) {

    static PartnerSettings of(PluginSettings settings) {
        return new PartnerSettings(
                settings.get("api-url", "https://api.pax8.com").replaceAll("/+$", ""),
                settings.get("audience", "https://api.pax8.com"),
                Integer.parseInt(settings.get("calls-per-minute", "600")),
                new Patience(
                        Integer.parseInt(settings.get("call-tries", "5")),
                        Duration.ofMillis(Long.parseLong(settings.get("first-wait-ms", "2000"))),
                        Duration.ofMinutes(5)));
    }
}
