package dev.portico.host.jobs;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The thread on which a plugin's job is called. A platform thread, because a job that computes without end on a virtual
 * one would keep a processor from all others; and of no other use, because of what the job may leave in it.
 */
final class RunThread {

    private RunThread() {}

    /** Does work on a thread of its own and waits for it; interruptions are handed on, and stay on this thread. */
    static <T> T call(String name, Callable<T> work) throws Throwable {
        @Nullable Map<String, String> diagnostics = MDC.getCopyOfContextMap();
        FutureTask<T> task = new FutureTask<>(() -> {
            if (diagnostics != null) {
                MDC.setContextMap(diagnostics);
            }
            return work.call();
        });
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .inheritInheritableThreadLocals(false)
                .unstarted(task);
        thread.setContextClassLoader(RunThread.class.getClassLoader());
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
