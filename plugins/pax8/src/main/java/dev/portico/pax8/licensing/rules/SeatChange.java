package dev.portico.pax8.licensing.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * When a change of seats is possible, as far as the commitment tells.
 *
 * <p>Commitment rules come from Pax8's product dependencies; Pax8 has the last word when the change is written.
 */
public sealed interface SeatChange {

    /** At once; no limit is known. */
    record Now() implements SeatChange {}

    /**
     * At once, but only until then: the vendor's window after a purchase or renewal closes.
     *
     * @param end exclusive
     * @param notBefore when it is possible again after that; empty if not known
     */
    record OnlyUntil(Instant end, Optional<Instant> notBefore) implements SeatChange {}

    /**
     * Not now.
     *
     * @param start when the commitment has ended and it is possible
     */
    record NotBefore(Instant start) implements SeatChange {}

    /** Never by changing the number of seats, such as a commitment without an end that forbids it. */
    record Never() implements SeatChange {}

    /** Whether it can be written to Pax8 now. */
    default boolean possibleNow() {
        return this instanceof Now || this instanceof OnlyUntil;
    }
}
