package dev.portico.host.jobs;

import dev.portico.host.security.Acting;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Work that a run does beside itself, on threads that end with the run. */
final class WorkAlongside {

    private static final Logger LOG = LoggerFactory.getLogger(WorkAlongside.class);

    /** How long work that was interrupted is waited for; then it is on its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();

    <T> Future<T> start(Callable<T> work) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        @Nullable Map<String, String> diagnostics = MDC.getCopyOfContextMap();
        FutureTask<T> task = new FutureTask<>(() -> Acting.asSystem(work));
        Thread thread = Thread.ofPlatform().daemon().name("run-alongside").inheritInheritableThreadLocals(false).unstarted(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            if (diagnostics != null) {
                MDC.setContextMap(diagnostics);
            }
            try {
                task.run();
            } finally {
                underWay.remove(Thread.currentThread());
            }
        });
        underWay.add(thread);
        thread.start();
        return task;
    }

    void end() {
        underWay.forEach(Thread::interrupt);
        for (Thread thread : underWay) {
            try {
                if (!thread.join(PATIENCE)) {
                    LOG.warn("Work beside a run did not end in {}; it is left behind", PATIENCE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
