package dev.portico.host.screens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.portico.host.plugins.Departure;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which browser windows show something of which plugin, so that they can be led away before the plugin goes. */
@org.springframework.stereotype.Component
public class OpenScreens {

    private static final Logger log = LoggerFactory.getLogger(OpenScreens.class);
    private static final Duration MOST = Duration.ofSeconds(5);

    private final Map<Component, Shown> shown = Collections.synchronizedMap(new WeakHashMap<>());
    private final WindowExit exit;

    OpenScreens(WindowExit exit) {
        this.exit = exit;
    }

    /** The window is referred to weakly, because it refers to what is shown in it, which shall be forgotten with it. */
    private record Shown(WeakReference<UI> window, String pluginId) {}

    /**
     * Remembers what stands in the window of the current request, until it is detached: a view that
     * {@link ShowsPlugin}, or a dialog or notice that was opened for a plugin.
     */
    public void show(Component component, String pluginId) {
        if (shown.put(component, new Shown(new WeakReference<>(UI.getCurrent()), pluginId)) == null) {
            component.addDetachListener(event -> {
                shown.remove(component);
                event.unregisterListener();
            });
        }
    }

    /**
     * Leads all windows away from what they show of a plugin, with a notice, and takes it out of them. All windows go
     * at the same time. Waits until they have gone, but not longer than five seconds: a window that is busy goes as soon
     * as it has time.
     */
    void leave(String pluginId, String name, Departure why) {
        CompletableFuture<?>[] going = windows(pluginId).entrySet().stream()
                .map(window -> exit.leave(window.getKey(), window.getValue(), new Goodbye(pluginId, name, why)))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(going).get(MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("A window could not be led away from plugin {} in time: {}", pluginId, e.toString());
        }
    }

    private Map<UI, List<Component>> windows(String pluginId) {
        synchronized (shown) {
            return shown.entrySet().stream()
                    .filter(it -> it.getValue().pluginId().equals(pluginId))
                    .map(it -> new InWindow(it.getValue().window().get(), it.getKey()))
                    .filter(it -> it.window() != null)
                    .collect(Collectors.groupingBy(
                            it -> Objects.requireNonNull(it.window()),
                            Collectors.mapping(InWindow::component, Collectors.toList())));
        }
    }

    private record InWindow(@org.jspecify.annotations.Nullable UI window, Component component) {}

    /**
     * What is to be told.
     *
     * @param name of the plugin, for people
     */
    record Goodbye(String pluginId, String name, Departure why) {}
}
