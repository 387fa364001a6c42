package dev.portico.pax8.partner;

import java.time.Duration;
import java.util.Optional;

/** What Pax8 said to a change of seats. Whatever it was, the call went out once at most. */
public sealed interface SeatAnswer {

    /** It was not wanted any more when its turn had come, and so was not sent. */
    record NotSent() implements SeatAnswer {}

    /** Pax8 took it; whether it shows, only reading tells. */
    record Accepted() implements SeatAnswer {}

    /**
     * Pax8 refuses it for good.
     *
     * @param reason a translated sentence with Pax8's own words
     */
    record Refused(int status, String reason) implements SeatAnswer {}

    /**
     * Pax8 did not do it, but may when asked again.
     *
     * @param reason a translated sentence
     * @param retryAfter when Pax8 asked to be called again
     */
    record NotNow(String reason, Optional<Duration> retryAfter) implements SeatAnswer {}

    /**
     * Nobody knows whether Pax8 did it.
     *
     * @param reason a translated sentence
     */
    record Unclear(String reason) implements SeatAnswer {}
}
