package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.shell.Refresher;
import dev.portico.host.shell.Windows;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps screens about plugins as they are on all nodes: at every change, and regularly for what only ages. */
@Component
class PluginUpdates {

    private static final Duration AGEING = Duration.ofSeconds(5);

    private final PluginAdministration administration;
    private final Refresher refresher;

    PluginUpdates(PluginAdministration administration, Refresher refresher) {
        this.administration = administration;
        this.refresher = refresher;
    }

    /** Calls back with the session locked, as long as the component is attached. */
    void follow(com.vaadin.flow.component.Component shown, Runnable refresh) {
        AtomicReference<@Nullable Registration> following = new AtomicReference<>();
        shown.addAttachListener(event -> {
            following.set(administration.onChange(telling(event.getUI(), refresh)));
            // why: something may have changed between making the screen and attaching it
            refresh.run();
        });
        shown.addDetachListener(event -> {
            Registration registration = following.getAndSet(null);
            if (registration != null) {
                registration.remove();
            }
        });
        refresher.every(shown, AGEING, refresh);
    }

    private static Runnable telling(UI ui, Runnable refresh) {
        AtomicBoolean waiting = new AtomicBoolean();
        return () -> {
            if (waiting.compareAndSet(false, true)) {
                // why apart: the thread that tells starts and stops plugins, may act as the portal itself,
                // and must neither wait for a window nor lend it its rights
                Windows.access(ui, () -> {
                    waiting.set(false);
                    refresh.run();
                });
            }
        };
    }
}
