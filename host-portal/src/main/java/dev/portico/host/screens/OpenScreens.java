package dev.portico.host.screens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which browser windows show something of which plugin, so that they can be led away before the plugin goes. */
@org.springframework.stereotype.Component
public class OpenScreens {

    private static final Logger log = LoggerFactory.getLogger(OpenScreens.class);
    private static final Texts TEXTS = Texts.of("screens");
    private static final long MOST_SECONDS = 5;

    private final Map<Component, Shown> shown = Collections.synchronizedMap(new WeakHashMap<>());

    private record Shown(UI ui, String pluginId) {}

    /** Remembers what the view shows, in the window of the current request, until the view is detached. */
    public void show(Component view, String pluginId) {
        if (shown.put(view, new Shown(UI.getCurrent(), pluginId)) == null) {
            view.addDetachListener(event -> shown.remove(view));
        }
    }

    /** Leads all windows that show the plugin to the start page, with a notice, and waits until they have left. */
    void leave(String pluginId) {
        List.copyOf(shown.values()).stream()
                .filter(it -> it.pluginId().equals(pluginId))
                .map(it -> leave(it.ui()))
                .toList()
                .forEach(OpenScreens::await);
    }

    private Future<Void> leave(UI ui) {
        if (!ui.isAttached()) {
            return CompletableFuture.completedFuture(null);
        }
        return ui.access(() -> {
            ui.navigate("");
            Notices.problem(TEXTS.text("plugin.gone"));
            ui.push();
        });
    }

    private static void await(Future<Void> left) {
        try {
            left.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("A window could not be led away from a plugin that goes", e);
        }
    }
}
