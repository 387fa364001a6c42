package dev.portico.pax8.licensing.productrequests;

import java.time.Instant;
import java.util.UUID;

/**
 * A client's wish for a product. Names are kept as they were.
 *
 * @param number what people call it
 * @param version grows with each change; a change that names an older one is refused
 * @param note in the requester's words; may be empty
 * @param requestedBy sign-in name
 * @param answer what staff says to it; may be empty
 * @param answeredBy sign-in name; empty while it is open
 */
public record ProductRequest(
        UUID id,
        long number,
        int version,
        State state,
        UUID portalCompanyId,
        String companyName,
        UUID productId,
        String productName,
        String vendorName,
        long seats,
        String note,
        String requestedBy,
        String answer,
        String answeredBy,
        Instant createdAt,
        Instant changedAt) {

    /** Where it stands; an open one can become each of the others, which are final. */
    public enum State {
        OPEN,
        DONE,
        DECLINED,
        CANCELLED
    }
}
