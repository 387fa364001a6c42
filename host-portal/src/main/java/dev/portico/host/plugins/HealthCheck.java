package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.screen.IntegrationCard.CardStatus;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a plugin that has just started can do what it declares. */
final class HealthCheck {

    private HealthCheck() {}

    /**
     * Looks, within a call into the plugin, whether everything it declares is there.
     *
     * @throws RuntimeException naming what is missing
     */
    static void beans(RunningPlugin plugin) {
        IntegrationPlugin declared = plugin.declarations();
        Stream<Class<?>> beans = Stream.of(
                        declared.screens().stream().<Class<?>>map(it -> it.screen()),
                        declared.screens().stream()
                                .flatMap(it -> it.navigation().stream())
                                .<Class<?>>flatMap(it -> it.badge().stream()),
                        declared.jobs().stream().<Class<?>>map(it -> it.job()),
                        declared.wizard().stream().<Class<?>>map(it -> it.step()),
                        Stream.<Class<?>>of(declared.card(), declared.removal()))
                .flatMap(it -> it);
        beans.distinct().forEach(plugin::bean);
    }

    /**
     * Looks, within a call into the plugin, whether its card answers.
     *
     * @throws RuntimeException saying what is wrong
     */
    static void card(RunningPlugin plugin) {
        CardStatus status = Objects.requireNonNull(
                plugin.bean(plugin.declarations().card()).status(), "The plugin's card has no status");
        Objects.requireNonNull(status.state(), "The plugin's card has no state");
    }
}
