package dev.portico.host.screens;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Location;
import dev.portico.host.plugins.PluginRuntime;
import dev.portico.host.screens.OpenScreens.Goodbye;
import dev.portico.host.shell.Notices;
import dev.portico.host.shell.Windows;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Offers whoever was led away from a plugin's page the way back to it, once the plugin runs again. */
@org.springframework.stereotype.Component
class WaysBack {

    private static final Texts TEXTS = Texts.of("screens");

    private final PluginRuntime plugins;
    private final List<WayBack> waiting = new CopyOnWriteArrayList<>();

    WaysBack(PluginRuntime plugins) {
        this.plugins = plugins;
        plugins.onChange(this::offerAll);
    }

    private record WayBack(UI window, Notification notice, Goodbye goodbye, Location location) {}

    /**
     * Waits for the plugin's return as long as the notice is there, which tells that it went.
     *
     * @param location where the user was
     */
    void offer(UI window, Notification notice, Goodbye goodbye, Location location) {
        WayBack way = new WayBack(window, notice, goodbye, location);
        waiting.add(way);
        notice.addDetachListener(event -> waiting.remove(way));
        // why: a notice that never reached its browser is never detached either
        window.addDetachListener(event -> {
            waiting.remove(way);
            event.unregisterListener();
        });
    }

    private void offerAll() {
        waiting.stream()
                .filter(way -> plugins.find(way.goodbye().pluginId()).isPresent() && waiting.remove(way))
                .forEach(way -> Windows.access(way.window(), () -> offer(way)));
    }

    private static void offer(WayBack way) {
        if (way.window().getInternals().getRouter().resolveNavigationTarget(way.location()).isEmpty()) {
            return; // why: another version may not have that page any more
        }
        way.notice().getElement().removeFromParent();
        Notices.withStep(
                TEXTS.text("back", way.goodbye().name()),
                TEXTS.text("back.verb"),
                () -> UI.getCurrent().navigate(
                        way.location().getPath(), way.location().getQueryParameters()));
    }
}
