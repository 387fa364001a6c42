package dev.portico.pax8.licensing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Figures over everything that matches a filter.
 *
 * @param all subscriptions that match
 * @param active those of them with status Active
 * @param ended those of them that have ended
 * @param seats of those that have not ended
 * @param amounts one for each currency, the greatest first; empty for users who may not see them
 * @param withoutCost subscriptions that cost something unknown
 */
record SubscriptionTotals(
        long all, long active, long ended, long seats, List<Amount> amounts, long withoutCost) {

    SubscriptionTotals {
        amounts = List.copyOf(amounts);
    }

    /** The figures of parts together; of amounts only those that are anything. */
    static SubscriptionTotals of(List<SubscriptionTotals> parts) {
        return new SubscriptionTotals(
                parts.stream().mapToLong(SubscriptionTotals::all).sum(),
                parts.stream().mapToLong(SubscriptionTotals::active).sum(),
                parts.stream().mapToLong(SubscriptionTotals::ended).sum(),
                parts.stream().mapToLong(SubscriptionTotals::seats).sum(),
                parts.stream()
                        .flatMap(part -> part.amounts().stream())
                        .filter(amount -> amount.monthlyCost().signum() != 0 || amount.monthlyRetail().signum() != 0)
                        .sorted(Comparator.comparing(Amount::monthlyCost)
                                .reversed()
                                .thenComparing(Amount::currency))
                        .toList(),
                parts.stream().mapToLong(SubscriptionTotals::withoutCost).sum());
    }

    /** Monthly amounts in one currency. */
    record Amount(String currency, BigDecimal monthlyCost, BigDecimal monthlyRetail) {}
}
