package dev.portico.pax8.licensing.detail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of seats that a sync or a write has shown.
 *
 * @param request that did it; empty if it happened outside the portal
 */
record SeatMove(Instant at, long from, long to, Optional<ByRequest> request) {

    /** The request, and the sign-in name of who made it. */
    record ByRequest(UUID id, long number, String requestedBy) {}
}
