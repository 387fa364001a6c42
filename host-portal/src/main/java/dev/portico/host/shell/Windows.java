package dev.portico.host.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Work on open windows that comes from the background. */
public final class Windows {

    private Windows() {}

    /**
     * Does something in a window, with its session locked, on a thread of its own: neither a window that is busy nor
     * slow work holds up the caller or other windows.
     *
     * @return ends when it is done; fails if the window is gone
     */
    public static CompletableFuture<Void> access(UI ui, Command work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        // why no virtual one: a page of a plugin that computes without end would keep a processor from all others
        Thread thread = Thread.ofPlatform().daemon().name("window").inheritInheritableThreadLocals(false).unstarted(() -> {
            // why: the caller may be in the middle of a call into a plugin, whose loader must not be used here
            Thread.currentThread().setContextClassLoader(Windows.class.getClassLoader());
            try {
                ui.access(work).get();
                done.complete(null);
            } catch (ExecutionException e) {
                done.completeExceptionally(e.getCause());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        thread.start();
        return done;
    }
}
