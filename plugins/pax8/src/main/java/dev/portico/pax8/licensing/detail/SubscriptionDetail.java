package dev.portico.pax8.licensing.detail;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One subscription of a company that the user may see.
 *
 * @param vendor empty if the product is not known
 * @param status Pax8's own word
 * @param billingTerm Pax8's own word
 * @param commitment empty without one
 * @param firstSeen when a sync brought it
 * @param money empty for users who may not see it
 */
record SubscriptionDetail(
        UUID id,
        String product,
        String vendor,
        String company,
        long seats,
        String status,
        String billingTerm,
        Optional<Commitment> commitment,
        Optional<Instant> start,
        Optional<Instant> end,
        Instant firstSeen,
        Ids ids,
        Optional<Money> money) {

    /**
     * What was promised to the vendor.
     *
     * @param term Pax8's own word
     * @param end empty if it is not known
     * @param renews whether it renews by itself; empty if Pax8 does not say
     */
    record Commitment(String term, Optional<Instant> end, Optional<Boolean> renews) {}

    /**
     * Who it belongs to, and where it comes from.
     *
     * @param portalCompany in the portal
     * @param company at Pax8, as all others
     * @param vendorSubscription at the vendor; may be empty
     */
    record Ids(UUID portalCompany, UUID company, Optional<UUID> product, Optional<UUID> parent, String vendorSubscription) {}

    /**
     * What it costs.
     *
     * @param price of a seat for the customer, for one billing term
     * @param cost of a seat for the partner, for one billing term
     * @param monthlyPrice of all seats; 0 once it has ended
     * @param monthlyCost of all seats; 0 once it has ended
     */
    record Money(
            Optional<BigDecimal> price,
            Optional<BigDecimal> cost,
            Optional<BigDecimal> monthlyPrice,
            Optional<BigDecimal> monthlyCost,
            String currency) {}
}
