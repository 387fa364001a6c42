package dev.portico.pax8.partner;

import dev.portico.api.host.RateLimiter;
import java.time.Duration;

/**
 * How many calls go to Pax8, over all nodes of the portal.
 *
 * @param callsPerMinute Pax8 allows 1000, perhaps to all of a partner's programs together
 */
record CallBudget(RateLimiter limiter, int callsPerMinute) {

    /** Waits until one more call is allowed. */
    void take() throws InterruptedException {
        limiter.acquire("partner-api", callsPerMinute, Duration.ofMinutes(1));
    }
}
