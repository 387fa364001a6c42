package dev.portico.pax8.licensing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription of a mapped company.
 *
 * @param vendor empty if the product is not known
 * @param status Pax8's own word
 * @param billingTerm Pax8's own word
 * @param commitmentEnd empty without a commitment
 * @param ended it is cancelled or converted and not paid any more; nothing is counted of it but that it is there
 * @param amounts empty for users who may not see them
 */
record SubscriptionRow(
        UUID id,
        String product,
        String vendor,
        String company,
        long seats,
        String status,
        String billingTerm,
        String commitmentTerm,
        Optional<Instant> commitmentEnd,
        boolean ended,
        Optional<Amounts> amounts) {

    /**
     * What a subscription costs.
     *
     * @param monthlyCost what the partner pays in a month; 0 if nothing recurs or it has ended, empty if unknown
     * @param monthlyRetail the same at Pax8's price for the customer
     * @param currency ISO 4217 code
     */
    record Amounts(Optional<BigDecimal> monthlyCost, Optional<BigDecimal> monthlyRetail, String currency) {}
}
