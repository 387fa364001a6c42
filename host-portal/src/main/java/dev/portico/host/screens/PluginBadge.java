package dev.portico.host.screens;

import dev.portico.api.host.PermissionDenied;
import dev.portico.api.screen.NavigationBadge;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.plugins.RunningPlugin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Asks a plugin how much waits behind an item of the drawer; nothing while it fails, which is told on its card. */
class PluginBadge implements LongSupplier {

    private static final Duration REST = Duration.ofMinutes(1);

    private final RunningPlugin plugin;
    private final String path;
    private final Class<? extends NavigationBadge> badge;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    PluginBadge(RunningPlugin plugin, String path, Class<? extends NavigationBadge> badge, Clock clock) {
        this.plugin = plugin;
        this.path = path;
        this.badge = badge;
        this.clock = clock;
    }

    @Override
    public long getAsLong() {
        if (clock.instant().isBefore(restsUntil)) {
            return 0;
        }
        try {
            return plugin.callApartBriefly("badge " + path, () -> plugin.bean(badge).count());
        } catch (PluginCallFailed | PermissionDenied e) {
            // why: every window asks every few seconds, and each failure fills the log
            restsUntil = clock.instant().plus(REST);
            return 0;
        }
    }
}
