package dev.portico.pax8.partner;

import java.time.Duration;
import java.util.Optional;

/** What one call came to. */
sealed interface Answer<T> {

    /** Pax8 did it. */
    record Good<T>(T value) implements Answer<T> {}

    /**
     * Pax8 understood and refused.
     *
     * @param words Pax8's own, bounded; may be empty
     */
    record Refused<T>(int status, String words) implements Answer<T> {}

    /**
     * Pax8 could not answer.
     *
     * @param retryAfter when Pax8 asked to be called again
     * @param notDone whether it is sure that Pax8 has not done it
     */
    record Unavailable<T>(PartnerFault fault, Optional<Duration> retryAfter, boolean notDone) implements Answer<T> {}
}
