package dev.portico.pax8.licensing.push;

import java.time.Duration;

/** How long to wait before the next look at Pax8: half a second at first, then twice as long, up to a minute. */
final class Backoff {

    private static final long FIRST = 500;
    private static final Duration MOST = Duration.ofMinutes(1);

    private Backoff() {}

    /** The wait after so many looks. */
    static Duration after(int looks) {
        Duration wait = Duration.ofMillis(FIRST << Math.clamp(looks, 0, 20));
        return wait.compareTo(MOST) < 0 ? wait : MOST;
    }
}
