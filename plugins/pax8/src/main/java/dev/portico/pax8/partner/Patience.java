package dev.portico.pax8.partner;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a call is tried again.
 *
 * @param tries in all
 * @param firstWait after the first try; each further wait is twice as long, up to a minute
 * @param longest time from the first try to the start of the last
 */
record Patience(int tries, Duration firstWait, Duration longest) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** For calls on which a person waits. */
    Patience ofAPerson() {
        return new Patience(Math.min(tries, 2), firstWait, Duration.ofSeconds(10));
    }

    /** The wait after a try: between half and the whole of the step, so that callers do not come back together. */
    Duration waitAfter(int attempt, RandomGenerator random) {
        long step = Math.min(firstWait.toMillis() << Math.min(attempt - 1, 20), LONGEST_WAIT.toMillis());
        return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
    }
}
