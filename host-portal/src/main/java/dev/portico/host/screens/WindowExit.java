package dev.portico.host.screens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Location;
import dev.portico.host.plugins.Departure;
import dev.portico.host.screens.OpenScreens.Goodbye;
import dev.portico.host.shell.Navigation;
import dev.portico.host.shell.Notices;
import dev.portico.host.shell.Windows;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes everything of a plugin out of one window and leads its user to a safe page. What goes is sent to the browser at
 * once, because until then Vaadin keeps it; a window whose browser does not come for it within two seconds is closed.
 */
@org.springframework.stereotype.Component
class WindowExit {

    private static final Logger log = LoggerFactory.getLogger(WindowExit.class);
    private static final Texts TEXTS = Texts.of("screens");
    private static final String INTEGRATIONS = "settings/integrations";
    private static final String START = "";
    private static final long GRACE_MILLIS = 2000;

    private final Navigation navigation;
    private final WaysBack waysBack;

    WindowExit(Navigation navigation, WaysBack waysBack) {
        this.navigation = navigation;
        this.waysBack = waysBack;
    }

    /** Ends when nothing of the plugin is left in the window. */
    CompletableFuture<?> leave(UI window, List<Component> shown, Goodbye goodbye) {
        if (!window.isAttached()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        return Windows.access(window, () -> sent.complete(leaveNow(window, shown, goodbye)))
                .thenCompose(done -> sent.join() ? CompletableFuture.completedFuture(null) : closeUnlessSent(window))
                .exceptionally(gone -> {
                    log.debug("A window was gone before it could be led away from {}", goodbye.pluginId(), gone);
                    return null;
                });
    }

    /** Whether the browser was there to be told. */
    private boolean leaveNow(UI window, List<Component> shown, Goodbye goodbye) {
        shown.stream().filter(it -> !(it instanceof ShowsPlugin)).forEach(WindowExit::takeAway);
        shown.stream()
                .filter(it -> it instanceof ShowsPlugin && it.isAttached())
                .findFirst()
                .ifPresentOrElse(
                        view -> leavePage(window, (ShowsPlugin) view, goodbye),
                        () -> Notices.problem(TEXTS.text("gone.dialog." + reason(goodbye.why()), goodbye.name())));
        return send(window);
    }

    private void leavePage(UI window, ShowsPlugin view, Goodbye goodbye) {
        Location location = view.location();
        try {
            view.letGo();
        } catch (Throwable e) { // why: also an Error of a plugin's component must not keep the window on its page
            log.warn("Plugin {}: its screen did not go well", goodbye.pluginId(), e);
        }
        // why: the question whether to leave an unsaved form may be open, and it holds the view
        window.getInternals().setContinueNavigationAction(null);
        window.navigate(safePage());
        Notification notice = Notices.problem(TEXTS.text("gone.page." + reason(goodbye.why()), goodbye.name()));
        waysBack.offer(window, notice, goodbye, location);
    }

    private static void takeAway(Component component) {
        component.getElement().removeFromParent();
    }

    private String safePage() {
        return navigation.visible().stream().anyMatch(item -> item.path().equals(INTEGRATIONS)) ? INTEGRATIONS : START;
    }

    private static String reason(Departure why) {
        return switch (why) {
            case SWITCHED_OFF -> "switched-off";
            case REMOVED -> "removed";
            case UPGRADE -> "upgrade";
        };
    }

    private static boolean send(UI window) {
        if (!window.getPushConfiguration().getPushMode().isEnabled()) {
            return true; // why: such a window comes for it by itself
        }
        window.push();
        return isConnected(window);
    }

    private static boolean isConnected(UI window) {
        var connection = window.getInternals().getPushConnection();
        return connection != null && connection.isConnected();
    }

    /** A browser that comes back after its window was closed loads the page anew. */
    private static CompletableFuture<Void> closeUnlessSent(UI window) {
        Executor later = CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> {}, later).thenCompose(now -> Windows.access(window, () -> {
            if (!isConnected(window) && window.getInternals().getStateTree().hasDirtyNodes()) {
                log.debug("A window without a browser was closed");
                window.getSession().removeUI(window);
            }
        }));
    }
}
