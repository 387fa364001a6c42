package dev.portico.pax8.licensing.push;

import dev.portico.api.PluginSettings;
import java.time.Duration;

/**
 * How patient the push is.
 *
 * @param settleTime {@code settle-time}: from a write without a clear answer until it counts as lost if Pax8 does not
 *     show it; longer than a call can take
 * @param confirmLimit {@code confirm-limit}: from Pax8's yes until Pax8 must show the new seats
 * @param patience {@code push-patience}: how long one run waits while nothing can be done; the next one goes on
 */
record PushSettings(Duration settleTime, Duration confirmLimit, Duration patience) {

    static PushSettings of(PluginSettings settings) {
        return new PushSettings(
                Duration.parse(settings.get("settle-time", "PT2M")),
                Duration.parse(settings.get("confirm-limit", "PT30M")),
                Duration.parse(settings.get("push-patience", "PT20S")));
    }
}
