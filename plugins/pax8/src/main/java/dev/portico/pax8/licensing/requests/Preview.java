package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.licensing.rules.Decision;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.licensing.rules.SeatLimits;

/**
 * What would become of a request, before it is made.
 *
 * @param current seats now
 * @param limits what may be asked for
 * @param decision what the rules say
 * @param reason the same, readable
 * @param possibility when Pax8 is expected to accept it
 * @param money what a seat costs, as far as this user may know
 */
public record Preview(
        long current,
        SeatLimits limits,
        Decision decision,
        String reason,
        SeatChange possibility,
        SeatRequest.Money money) {}
