package dev.portico.pax8.licensing.requests;

import java.time.Instant;
import java.util.UUID;

/**
 * Makes, decides and changes requests. Clients need {@code write_licensing} and reach their own company only; deciding
 * needs {@code manage_licensing}. Staff with {@code manage_licensing} who asks needs no approval.
 */
public final class SeatRequests {

    /** What would become of a request. */
    public Preview preview(UUID subscriptionId, long wantedSeats) {
        throw new UnsupportedOperationException();
    }

    /** Makes a request. */
    public RequestResult ask(Ask ask) {
        throw new UnsupportedOperationException();
    }

    /** Takes a request back that has not been sent; by its requester, by a user of the same client, or by staff. */
    public RequestResult cancel(UUID id, int version) {
        throw new UnsupportedOperationException();
    }

    /** Agrees; it goes to Pax8, or to the staff if its vendor is placed by hand, or waits for its day. */
    public RequestResult approve(UUID id, int version, String note) {
        throw new UnsupportedOperationException();
    }

    /** Says no. */
    public RequestResult reject(UUID id, int version, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Approves it for a later day, or moves that day. */
    public RequestResult schedule(UUID id, int version, Instant when) {
        throw new UnsupportedOperationException();
    }

    /** Tries a failed one again; what Pax8 shows is read first. */
    public RequestResult retry(UUID id, int version) {
        throw new UnsupportedOperationException();
    }
}
