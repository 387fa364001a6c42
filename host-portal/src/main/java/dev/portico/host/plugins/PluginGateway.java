package dev.portico.host.plugins;

import dev.portico.api.host.PermissionDenied;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Every call into a plugin goes through here: its class loader becomes the thread's, log lines name it, a call that
 * takes too long is interrupted, and whatever it throws becomes a failure on its card and nothing else.
 */
@Component
class PluginGateway implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PluginGateway.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plugin-time-limit").factory());
    private final Clock clock;

    PluginGateway(Clock clock) {
        this.clock = clock;
    }

    /**
     * Calls a plugin on this thread.
     *
     * @param what wanted of it, for messages
     * @param limit after which the thread is interrupted; zero for none
     * @throws PermissionDenied passed on as it is
     * @throws PluginCallFailed for everything else that the plugin throws, and for null
     */
    <T> T call(Callee plugin, String what, Duration limit, Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Limit guard = new Limit(thread, limit);
        thread.setContextClassLoader(plugin.loader());
        MDC.put("plugin", plugin.id() + ":" + plugin.version());
        try {
            T result = work.call();
            if (result == null) {
                throw new IllegalStateException("The plugin returned null");
            }
            plugin.wentWell(what);
            return result;
        } catch (PermissionDenied e) {
            throw e;
        } catch (Throwable e) { // why: an Error of a plugin must not end the portal's thread either
            throw failed(plugin, what, e, guard.expired());
        } finally {
            guard.end();
            MDC.remove("plugin");
            thread.setContextClassLoader(before);
        }
    }

    /** provisional */
    <T> T callApart(Callee plugin, String what, Duration limit, java.util.function.BooleanSupplier wanted, Callable<T> work) {
        var task = new java.util.concurrent.FutureTask<>(() -> call(plugin, what, Duration.ZERO, work));
        Thread.ofPlatform()
                .daemon()
                .name("plugin-" + plugin.id() + "-" + what)
                .inheritInheritableThreadLocals(false)
                .start(task);
        long start = System.nanoTime();
        while (true) {
            try {
                return task.get(200, TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                boolean late = System.nanoTime() - start > limit.toNanos();
                if (late || !wanted.getAsBoolean()) {
                    task.cancel(true);
                    throw new PluginCallFailed(late ? "It took too long and was interrupted" : "It is not wanted any more");
                }
            } catch (java.util.concurrent.ExecutionException e) {
                throw e.getCause() instanceof PluginCallFailed failed ? failed : new PluginCallFailed(text(e));
            } catch (InterruptedException e) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                throw new PluginCallFailed("It was interrupted");
            }
        }
    }

    private PluginCallFailed failed(Callee plugin, String what, Throwable problem, boolean expired) {
        String text = expired ? "It took too long and was interrupted" : text(problem);
        log.warn("Plugin {} failed: {}", plugin.id(), what, problem);
        plugin.failed(new PluginFailure(Instant.now(clock), what, text));
        return new PluginCallFailed(text);
    }

    /** What people read of a problem: the message at its root, or its kind if it has none. */
    static String text(Throwable problem) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(problem);
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    /** Interrupts a thread unless it ended in time, and takes the interruption back when it came too late. */
    private final class Limit {

        private final Thread thread;
        private final Future<?> alarm;
        private boolean ended;
        private boolean expired;

        Limit(Thread thread, Duration limit) {
            this.thread = thread;
            this.alarm = limit.isZero()
                    ? CompletableFuture.completedFuture(null)
                    : timer.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void expire() {
            if (!ended) {
                expired = true;
                thread.interrupt();
            }
        }

        synchronized boolean expired() {
            return expired;
        }

        synchronized void end() {
            ended = true;
            alarm.cancel(false);
            if (expired) {
                Thread.interrupted();
            }
        }
    }
}
