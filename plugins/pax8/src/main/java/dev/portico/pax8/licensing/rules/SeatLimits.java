package dev.portico.pax8.licensing.rules;

import java.util.Optional;

/**
 * How many seats a client may ask for.
 *
 * @param min 1 or more
 * @param max empty: no limit; an own minimum above an inherited maximum leaves nothing that may be asked for
 */
public record SeatLimits(long min, Optional<Long> max) {

    /** Whether this many seats may be asked for. */
    public boolean allow(long seats) {
        return seats >= min && max.map(most -> seats <= most).orElse(true);
    }
}
