package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.DisposableBean;

/** Calls views back regularly as long as they are shown; what changed is pushed. */
@org.springframework.stereotype.Component
public class Refresher implements DisposableBean {

    private static final Duration SHORTEST = Duration.ofMillis(500);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("screen-refresh").factory());

    /**
     * Calls back with the session locked while the component is attached.
     *
     * @param interval time between calls; at least half a second
     */
    public void every(Component shown, Duration interval, Runnable refresh) {
        AtomicReference<Future<?>> running = new AtomicReference<>();
        shown.addAttachListener(event -> running.set(schedule(event.getUI(), interval, refresh)));
        shown.addDetachListener(event -> cancel(running.getAndSet(null)));
        shown.getUI().filter(ui -> shown.isAttached()).ifPresent(ui -> running.set(schedule(ui, interval, refresh)));
    }

    private static void cancel(@org.jspecify.annotations.Nullable Future<?> running) {
        if (running != null) {
            running.cancel(false);
        }
    }

    private Future<?> schedule(UI ui, Duration interval, Runnable refresh) {
        long millis = Math.max(interval.toMillis(), SHORTEST.toMillis());
        AtomicBoolean waiting = new AtomicBoolean();
        return timer.scheduleWithFixedDelay(
                () -> {
                    // why: a window that is slow to take its turn must not be asked again before it did
                    if (ui.isAttached() && waiting.compareAndSet(false, true)) {
                        Thread.startVirtualThread(() -> ui.access(() -> {
                            waiting.set(false);
                            refresh.run();
                        }));
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
