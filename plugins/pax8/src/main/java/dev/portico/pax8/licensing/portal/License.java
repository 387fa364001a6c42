package dev.portico.pax8.licensing.portal;

import dev.portico.pax8.licensing.requests.RequestState;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription as its company sees it.
 *
 * @param billingTerm Pax8's own word; tells two licenses of one product apart
 * @param status Pax8's own word
 * @param price what all seats cost the company in a month; empty if it is not known or not shown to clients
 * @param changeable whether the rules let clients ask, no request is open and the subscription does not end
 */
record License(
        UUID subscriptionId,
        String product,
        String vendor,
        String billingTerm,
        long seats,
        String status,
        Optional<Price> price,
        Optional<OpenRequest> open,
        boolean changeable) {

    /** An amount with its currency. */
    record Price(BigDecimal monthly, String currency) {}

    /** The request that is open for it. */
    record OpenRequest(UUID id, RequestState state, long wantedSeats) {}
}
