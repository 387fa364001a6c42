package dev.portico.host.plugins.calls;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call into a plugin on a thread of its own, whose thread locals die with it. Whoever waits for it gets an answer
 * at the limit at the latest: the thread is interrupted, and if it does not obey, abandoned.
 *
 * @param <T> what the plugin returns
 */
public final class ApartCall<T> {

    /** Time that an interrupted call has to end by itself. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(ApartCall.class);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(200);

    private final Code code;
    private final String what;
    private final Callable<? extends T> work;
    private final AbandonedCalls abandoned;
    private final Surroundings surroundings = Surroundings.here();
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable Answer<T> answer;
    private boolean left;

    /**
     * A call that has not begun.
     *
     * @param what wanted of the plugin
     * @param abandoned where it is counted once it is abandoned
     */
    public ApartCall(Code code, String what, Callable<? extends T> work, AbandonedCalls abandoned) {
        this.code = code;
        this.what = what;
        this.work = work;
        this.abandoned = abandoned;
    }

    /**
     * Makes the call and waits for it. If this thread is interrupted meanwhile, so is the call, and this thread stays
     * interrupted.
     *
     * @param limit after which the call is interrupted; zero for none
     * @param wanted asked several times a second whether the answer is still wanted
     */
    public Answer<T> await(Duration limit, BooleanSupplier wanted) {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("plugin-" + code.id() + "-" + what)
                .inheritInheritableThreadLocals(false)
                .unstarted(this::run);
        thread.setContextClassLoader(code.loader());
        try {
            thread.start();
            return awaitEnd(thread, limit, wanted);
        } catch (OutOfMemoryError e) { // why: that is how the machine says that it has no thread left
            return new Answer.Threw<>(Trouble.text(e));
        } catch (RuntimeException e) { // why: nobody would watch the call any more
            leave(thread);
            throw e;
        } catch (InterruptedException e) {
            leave(thread);
            Thread.currentThread().interrupt();
            return new Answer.Cancelled<>();
        }
    }

    private Answer<T> awaitEnd(Thread thread, Duration limit, BooleanSupplier wanted) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            long rest = limit.isZero() ? POLL : limit.toNanos() - (System.nanoTime() - start);
            if (done.await(Math.min(POLL, rest), TimeUnit.NANOSECONDS)) {
                return answer();
            }
            if (!wanted.getAsBoolean()) {
                leave(thread);
                return new Answer.Cancelled<>();
            }
            if (rest <= POLL && !limit.isZero()) {
                return new Answer.TooLate<>(leave(thread));
            }
        }
    }

    /** Interrupts the call, and abandons it if it does not end soon; whether it was abandoned. */
    private boolean leave(Thread thread) {
        thread.interrupt();
        boolean interrupted = false;
        long start = System.nanoTime();
        long rest = GRACE.toNanos();
        while (rest > 0) {
            try {
                if (done.await(rest, TimeUnit.NANOSECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
            rest = GRACE.toNanos() - (System.nanoTime() - start);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return abandon();
    }

    private synchronized boolean abandon() {
        if (answer == null) {
            left = true;
            abandoned.add(what);
            log.warn("Plugin {} {} ignores that {} was interrupted; its thread is abandoned", code.id(), code.version(), what);
        }
        return left;
    }

    private void run() {
        try (Surroundings.Label label = Surroundings.label(code)) {
            end(call());
        }
    }

    private Answer<T> call() {
        try {
            return surroundings.apply(() -> Answer.of("Plugin " + code.id() + ": " + what, work));
        } catch (Throwable e) { // why: such as a stack overflow while the answer is put together
            return new Answer.Threw<>(Trouble.text(e));
        }
    }

    private synchronized void end(Answer<T> result) {
        if (left) {
            abandoned.remove(what);
            log.info("Plugin {} {}: {} came back after it was abandoned; its answer is discarded", code.id(), code.version(), what);
        } else {
            answer = result;
        }
        done.countDown();
    }

    private synchronized Answer<T> answer() {
        return answer == null ? new Answer.Nothing<>() : answer;
    }
}
