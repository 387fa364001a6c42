package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish to change the seats of one subscription.
 *
 * @param number what people call it
 * @param version grows with each change; a change that names an older one is refused
 * @param baseSeats seats at Pax8 that it was decided on
 * @param requestedBy sign-in name
 * @param byClient whether a user of the client company asked
 * @param note why, in the requester's words; may be empty
 * @param rule the rule that decided it
 * @param reason the same, readable
 * @param settingsVersion settings it was decided under
 * @param decisionCase everything the decision was made from
 * @param money what a seat costs, as it was when it was asked for
 * @param scheduledFor not to be written to Pax8 before
 * @param decidedBy sign-in name; empty if a rule decided or nobody has
 * @param decisionNote the approver's words; may be empty
 * @param problem why it is not done, in Pax8's own words where there are some; may be empty
 */
public record SeatRequest(
        UUID id,
        long number,
        int version,
        RequestState state,
        UUID subscriptionId,
        UUID portalCompanyId,
        String companyName,
        Optional<UUID> productId,
        String productName,
        String vendorName,
        long baseSeats,
        long wantedSeats,
        String requestedBy,
        boolean byClient,
        String note,
        Rule rule,
        String reason,
        int settingsVersion,
        DecisionCase decisionCase,
        Money money,
        Optional<Instant> commitmentEnd,
        Optional<Instant> scheduledFor,
        String decidedBy,
        Optional<Instant> decidedAt,
        String decisionNote,
        Optional<Instant> sentAt,
        int sends,
        int checks,
        String problem,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> closedAt) {

    /** The same with other amounts. */
    SeatRequest with(Money other) {
        return new SeatRequest(
                id, number, version, state, subscriptionId, portalCompanyId, companyName, productId, productName,
                vendorName, baseSeats, wantedSeats, requestedBy, byClient, note, rule, reason, settingsVersion,
                decisionCase, other, commitmentEnd, scheduledFor, decidedBy, decidedAt, decisionNote, sentAt, sends,
                checks, problem, createdAt, changedAt, closedAt);
    }

    /**
     * What one seat costs for one billing term.
     *
     * @param price for the customer; shown to clients only if the MSP shows prices
     * @param cost for the MSP; never shown to clients
     * @param currency empty if unknown
     */
    public record Money(String billingTerm, Optional<BigDecimal> price, Optional<BigDecimal> cost, String currency) {}
}
