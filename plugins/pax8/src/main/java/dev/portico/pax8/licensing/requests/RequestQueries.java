package dev.portico.pax8.licensing.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Requests as users see them: those of companies they may see; costs only with {@code manage_licensing}, prices also
 * for clients if the MSP shows them.
 */
public final class RequestQueries {

    /** What the list can be sorted by. */
    public enum Sort {
        NUMBER,
        COMPANY,
        PRODUCT,
        STATE,
        CREATED,
        CHANGED
    }

    /** One page of those that match. */
    public List<SeatRequest> page(RequestFilter filter, Sort sort, boolean ascending, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many match. */
    public long count(RequestFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** One of those the user may see. */
    public Optional<SeatRequest> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** What happened to it, oldest first; empty for one the user may not see. */
    public List<RequestStep> history(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** How many wait for a decision of the current user. */
    public long waiting() {
        throw new UnsupportedOperationException();
    }
}
