package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;

/** Calls views back regularly, or when something changed, as long as they are shown; what they change is pushed. */
@org.springframework.stereotype.Component
public class Refresher implements DisposableBean {

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Registration NONE = () -> {};

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Refresher::thread);

    Refresher() {
        // why: a screen that was left is let go of at once and not only when its next turn would have come
        timer.setRemoveOnCancelPolicy(true);
    }

    /** why: the thread may be made while a plugin is called, whose loader it must not inherit. */
    private static Thread thread(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().name("screen-refresh").unstarted(work);
        thread.setContextClassLoader(Refresher.class.getClassLoader());
        return thread;
    }

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

    /**
     * Calls back with the session locked after each change that the source tells of, while the component is attached.
     * Changes that come while a window has not taken its turn yet are one to it.
     *
     * @param source takes a listener, which it may call on any thread; the registration takes it back
     */
    public void onChange(Component shown, Function<Runnable, Registration> source, Runnable refresh) {
        AtomicReference<Registration> running = new AtomicReference<>(NONE);
        shown.addAttachListener(
                event -> running.getAndSet(source.apply(turn(event.getUI(), refresh))).remove());
        shown.addDetachListener(event -> running.getAndSet(NONE).remove());
        shown.getUI().filter(ui -> shown.isAttached())
                .ifPresent(ui -> running.set(source.apply(turn(ui, refresh))));
    }

    private static void cancel(@org.jspecify.annotations.Nullable Future<?> running) {
        if (running != null) {
            running.cancel(false);
        }
    }

    private Future<?> schedule(UI ui, Duration interval, Runnable refresh) {
        long millis = Math.max(interval.toMillis(), SHORTEST.toMillis());
        return timer.scheduleWithFixedDelay(turn(ui, refresh), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static Runnable turn(UI ui, Runnable refresh) {
        AtomicBoolean waiting = new AtomicBoolean();
        return () -> {
            // why: a window that is slow to take its turn must not be asked again before it did
            if (ui.isAttached() && waiting.compareAndSet(false, true)) {
                Windows.access(ui, () -> {
                    waiting.set(false);
                    refresh.run();
                });
            }
        };
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
