package dev.portico.pax8.sync;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one page while the next is fetched. Fetching stays on the thread of the run, which is the one that is
 * interrupted and that acts for the portal; nothing is under way any more when this is closed.
 */
final class WriteBehind<R> implements AutoCloseable {

    private final Executor writers;
    private @Nullable Write<R> underWay;

    WriteBehind(Executor writers) {
        this.writers = writers;
    }

    /** Starts a write; the one before has been awaited. */
    void start(Callable<R> write, Consumer<R> whenDone) {
        FutureTask<R> task = new FutureTask<>(write);
        underWay = new Write<>(task, whenDone);
        writers.execute(task);
    }

    /** Waits for the write that is under way, if there is one; throws what it threw. */
    void await() throws InterruptedException {
        Write<R> write = underWay;
        if (write == null) {
            return;
        }
        try {
            R result = write.task().get();
            underWay = null;
            write.whenDone().accept(result);
        } catch (ExecutionException failed) {
            underWay = null;
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("A page could not be written", failed.getCause());
        }
    }

    /** Waits even if interrupted: a write is short, and must not go on behind the end of the run. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (underWay != null) {
            try {
                await();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Write<R>(FutureTask<R> task, Consumer<R> whenDone) {}
}
