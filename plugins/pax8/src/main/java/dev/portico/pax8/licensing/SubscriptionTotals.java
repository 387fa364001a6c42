package dev.portico.pax8.licensing;

import java.math.BigDecimal;
import java.util.List;

/**
 * Figures over everything that matches a filter.
 *
 * @param all subscriptions that match
 * @param active those of them with status Active
 * @param seats of those that have not ended
 * @param amounts one for each currency, the greatest first; empty for users who may not see them
 * @param withoutCost subscriptions that cost something unknown
 */
record SubscriptionTotals(long all, long active, long seats, List<Amount> amounts, long withoutCost) {

    SubscriptionTotals {
        amounts = List.copyOf(amounts);
    }

    /** Monthly amounts in one currency. */
    record Amount(String currency, BigDecimal monthlyCost, BigDecimal monthlyRetail) {}
}
