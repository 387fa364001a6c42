package dev.portico.host.plugins.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps people from waiting again for what hung a moment ago. After a call took too long, calls of the same kind are
 * refused for a while; then one is let through to try, and what becomes of it opens or closes the way for the others.
 */
public final class Breaker {

    /** Time for which calls are refused. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    /** Most threads that a plugin may keep busy in one kind of call; no more are sent after them. */
    static final int MOST_ABANDONED = 3;

    private final AbandonedCalls abandoned;
    private final Map<String, Instant> openUntil = new HashMap<>();

    /** A breaker that lets everything through. */
    public Breaker(AbandonedCalls abandoned) {
        this.abandoned = abandoned;
    }

    /** What to do with a call. */
    public sealed interface Way {

        /** Make it. */
        record Free() implements Way {}

        /** Make it, to see whether it still hangs; calls after it are refused until it is settled. */
        record Try() implements Way {}

        /** Do not make it before that time has passed. */
        record Refused(Duration askedAgainIn) implements Way {}
    }

    /** What to do with a call now. */
    public synchronized Way ask(String what, Instant now) {
        Optional<Instant> until = Optional.ofNullable(openUntil.get(what));
        if (until.isEmpty()) {
            return new Way.Free();
        }
        if (now.isBefore(until.get())) {
            return new Way.Refused(Duration.between(now, until.get()));
        }
        openUntil.put(what, now.plus(PAUSE));
        return abandoned.count(what) < MOST_ABANDONED ? new Way.Try() : new Way.Refused(PAUSE);
    }

    /** The call did not hang. */
    public synchronized void answered(String what) {
        openUntil.remove(what);
    }

    /** The call took too long. */
    public synchronized void hung(String what, Instant now) {
        openUntil.put(what, now.plus(PAUSE));
    }

    /** The call was broken off; another one may try. */
    public synchronized void brokenOff(String what, Instant now) {
        openUntil.computeIfPresent(what, (key, until) -> now);
    }
}
