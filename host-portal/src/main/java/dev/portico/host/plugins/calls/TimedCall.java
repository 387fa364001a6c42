package dev.portico.host.plugins.calls;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call into a plugin on the caller's thread, which is interrupted at the limit. */
public final class TimedCall {

    private final Thread thread = Thread.currentThread();
    private final @Nullable Future<?> alarm;
    private boolean ended;
    private boolean expired;

    private TimedCall(ScheduledExecutorService timer, Duration limit) {
        this.alarm = limit.isZero() ? null : timer.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Makes the call.
     *
     * @param timer that interrupts
     * @param what wanted of the plugin
     * @param limit after which this thread is interrupted; zero for none
     * @param nested whether it is part of another call into a plugin
     */
    public static <T> Answer<T> of(
            ScheduledExecutorService timer, Code code, String what, Duration limit, boolean nested, Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        boolean interrupted = thread.isInterrupted();
        TimedCall call = new TimedCall(timer, limit);
        thread.setContextClassLoader(code.loader());
        try (Surroundings.Label label = Surroundings.label(code)) {
            Answer<T> answer = Answer.of("Plugin " + code.id() + ": " + what, work);
            boolean late = call.end();
            if (answer instanceof Answer.Cancelled<T> && !late && limit.isZero()) {
                thread.interrupt(); // why: whoever runs the job learns that it was stopped
            } else if (!nested && !interrupted && !limit.isZero()) {
                Thread.interrupted(); // why: a plugin that leaves its mark here would break what comes next
            }
            return late && !(answer instanceof Answer.Returned<T>) ? new Answer.TooLate<>(false) : answer;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private synchronized void expire() {
        if (!ended) {
            expired = true;
            thread.interrupt();
        }
    }

    /** Ends the watch and takes the interruption back if it came; whether it came. */
    private synchronized boolean end() {
        ended = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (expired) {
            Thread.interrupted();
        }
        return expired;
    }
}
