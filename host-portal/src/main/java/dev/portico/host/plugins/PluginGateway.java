package dev.portico.host.plugins;

import dev.portico.api.host.PermissionDenied;
import dev.portico.host.plugins.calls.Answer;
import dev.portico.host.plugins.calls.ApartCall;
import dev.portico.host.plugins.calls.Breaker.Way;
import dev.portico.host.plugins.calls.CallKind;
import dev.portico.host.plugins.calls.CallOutcome;
import dev.portico.host.plugins.calls.Code;
import dev.portico.host.plugins.calls.PluginMetrics;
import dev.portico.host.plugins.calls.TimedCall;
import dev.portico.host.plugins.calls.Trouble;
import dev.portico.host.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Every call into a plugin goes through here: its class loader becomes the thread's, log lines name it, a call that
 * takes too long is interrupted, and whatever it throws becomes a failure on its card and nothing else. Calls that
 * touch the browser window stay on the caller's thread; all others are made on a thread of their own.
 */
@Component
class PluginGateway implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PluginGateway.class);
    private static final Texts TEXTS = Texts.of("calls");
    private static final int WHAT_LENGTH = 100;

    // why: what a plugin asks of itself through the portal must not need another thread, or wait for its own
    private static final ScopedValue<Inside> INSIDE = ScopedValue.newInstance();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plugin-time-limit").factory());
    private final Clock clock;
    private final PluginMetrics metrics;
    private final Duration cardLimit;

    PluginGateway(Clock clock, PluginMetrics metrics, PluginsProperties properties) {
        this.clock = clock;
        this.metrics = metrics;
        this.cardLimit = properties.cardLimit();
    }

    private record Inside(Callee plugin, boolean apart) {}

    /** What is remembered of the calls into a plugin that starts. */
    PluginCalls open(Code code) {
        return new PluginCalls(code, metrics);
    }

    PluginHealth health(PluginCalls calls) {
        return calls.health(Instant.now(clock));
    }

    Duration cardLimit() {
        return cardLimit;
    }

    /**
     * Calls a plugin on this thread.
     *
     * @param what wanted of it, for messages
     * @param limit after which the thread is interrupted; zero for none
     * @throws PermissionDenied if the plugin threw it
     * @throws PluginCallFailed for everything else that the plugin throws, and for null
     */
    <T> T call(Callee plugin, String what, Duration limit, Callable<T> work) {
        askBreaker(plugin, what);
        boolean apart = isApart(plugin);
        Callable<T> inside = inside(plugin, apart, work);
        long start = System.nanoTime();
        Answer<T> answer = TimedCall.of(timer, plugin.calls().code(), what, limit, INSIDE.isBound(), inside);
        return settle(plugin, what, answer, start);
    }

    /**
     * Calls a plugin on a thread of its own, which is abandoned if it ignores its interruption. The signed-in user,
     * the language and whether the portal itself acts are handed over, the browser window is not.
     *
     * @param what wanted of it, for messages
     * @param limit after which the call is interrupted; zero for none
     * @param wanted asked several times a second; the call is interrupted once it says no
     * @throws PermissionDenied if the plugin threw it
     * @throws PluginCallFailed for everything else that the plugin throws, for null, and if it took too long
     */
    <T> T callApart(Callee plugin, String what, Duration limit, BooleanSupplier wanted, Callable<T> work) {
        if (isApart(plugin)) {
            return call(plugin, what, limit, work);
        }
        PluginCalls calls = plugin.calls();
        ApartCall<T> call =
                new ApartCall<>(calls.code(), what, inside(plugin, true, work), calls.abandoned());
        long start = System.nanoTime();
        if (askBreaker(plugin, what) && CallKind.of(what) == CallKind.CARD) {
            // why: nobody shall wait a second time for a card that hangs
            Thread.ofVirtual().name("plugin-card-again").start(() -> trySettle(plugin, what, call.await(limit, wanted), start));
            throw refused(plugin, what, Duration.ofSeconds(1));
        }
        return settle(plugin, what, call.await(limit, wanted), start);
    }

    private static boolean isApart(Callee plugin) {
        return INSIDE.isBound() && INSIDE.get().apart() && INSIDE.get().plugin() == plugin;
    }

    private static <T> Callable<T> inside(Callee plugin, boolean apart, Callable<T> work) {
        return () -> ScopedValue.where(INSIDE, new Inside(plugin, apart)).call(work::call);
    }

    /** Refuses a call that hung a moment ago; whether this one is made to try whether it still does. */
    private boolean askBreaker(Callee plugin, String what) {
        if (!CallKind.of(what).repeated()) {
            return false;
        }
        return switch (plugin.calls().breaker().ask(what, Instant.now(clock))) {
            case Way.Free() -> false;
            case Way.Try() -> true;
            case Way.Refused(Duration again) -> throw refused(plugin, what, again);
        };
    }

    private PluginCallFailed refused(Callee plugin, String what, Duration again) {
        plugin.calls().ended(what, CallOutcome.REFUSED, Duration.ZERO, Instant.now(clock));
        return new PluginCallFailed(TEXTS.text("hanging", Math.max(1, again.toSeconds())));
    }

    private <T> void trySettle(Callee plugin, String what, Answer<T> answer, long start) {
        try {
            settle(plugin, what, answer, start);
        } catch (PluginCallFailed | PermissionDenied e) {
            log.debug("Plugin {}: {} was tried again and failed: {}", plugin.calls().code().id(), what, e.getMessage());
        }
    }

    private <T> T settle(Callee plugin, String what, Answer<T> answer, long start) {
        PluginCalls calls = plugin.calls();
        Instant now = Instant.now(clock);
        CallOutcome outcome = outcome(answer);
        calls.ended(what, outcome, Duration.ofNanos(System.nanoTime() - start), now);
        switch (outcome) {
            case TIMEOUT -> calls.breaker().hung(what, now);
            case CANCELLED -> calls.breaker().brokenOff(what, now);
            default -> calls.breaker().answered(what);
        }
        return switch (answer) {
            case Answer.Returned<T>(T value) -> {
                calls.wentWell(what(what));
                yield value;
            }
            case Answer.Denied<T>(String permission) -> throw new PermissionDenied(permission);
            case Answer.Cancelled<T>() -> throw new PluginCallFailed(TEXTS.text("cancelled"));
            case Answer.Nothing<T>() -> throw unanswered(plugin, what, TEXTS.text("nothing"));
            case Answer.Threw<T>(String problem) -> throw failed(plugin, what, problem);
            case Answer.TooLate<T>(boolean abandoned) ->
                throw unanswered(plugin, what, TEXTS.text(abandoned ? "too.late.abandoned" : "too.late"));
        };
    }

    private static CallOutcome outcome(Answer<?> answer) {
        return switch (answer) {
            case Answer.Returned<?> returned -> CallOutcome.OK;
            case Answer.Denied<?> denied -> CallOutcome.DENIED;
            case Answer.Cancelled<?> cancelled -> CallOutcome.CANCELLED;
            case Answer.Nothing<?> nothing -> CallOutcome.ERROR;
            case Answer.Threw<?> threw -> CallOutcome.ERROR;
            case Answer.TooLate<?> late -> CallOutcome.TIMEOUT;
        };
    }

    private PluginCallFailed unanswered(Callee plugin, String what, String problem) {
        log.warn("Plugin {}: {} failed: {}", plugin.calls().code().id(), what(what), problem);
        return failed(plugin, what, problem);
    }

    private PluginCallFailed failed(Callee plugin, String what, String problem) {
        plugin.calls().failed(new PluginFailure(Instant.now(clock), what(what), problem));
        return new PluginCallFailed(problem);
    }

    /** What was wanted may hold a path of the plugin's, of any length. */
    private static String what(String what) {
        return Trouble.line(what, WHAT_LENGTH);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    /** What people read of a problem: the message at its root, or its kind if it has none. */
    static String text(Throwable problem) {
        return Trouble.text(problem);
    }
}
