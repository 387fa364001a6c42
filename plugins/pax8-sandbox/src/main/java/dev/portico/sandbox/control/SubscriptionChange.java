package dev.portico.sandbox.control;

import org.jspecify.annotations.Nullable;

/**
 * What to change of a subscription from outside of the portal; what is left out stays. Days count from today in UTC.
 *
 * @param quantity                 the new quantity; a change that the vendor has not confirmed yet is forgotten
 * @param status                   the new status
 * @param startedDaysAgo           when the subscription began
 * @param endsInDays               when it ends, for a cancelled one
 * @param commitmentTerm           Monthly, 1-Year or 3-Year, if the product is sold with it; none for no commitment
 * @param commitmentEndsInDays     the last day of the running term: 0 is today, a negative number has passed without a renewal
 * @param commitmentStartedDaysAgo the first day of the running term, from which the last one is reckoned: 0 is today
 */
public record SubscriptionChange(@Nullable Integer quantity, @Nullable String status, @Nullable Integer startedDaysAgo,
                                 @Nullable Integer endsInDays, @Nullable String commitmentTerm, @Nullable Integer commitmentEndsInDays,
                                 @Nullable Integer commitmentStartedDaysAgo) {

    /** Changes nothing yet. */
    public static SubscriptionChange nothing() {
        return new SubscriptionChange(null, null, null, null, null, null, null);
    }

    /** Another quantity. */
    public SubscriptionChange quantity(int units) {
        return new SubscriptionChange(units, status, startedDaysAgo, endsInDays, commitmentTerm, commitmentEndsInDays, commitmentStartedDaysAgo);
    }

    /** Another status. */
    public SubscriptionChange status(String name) {
        return new SubscriptionChange(quantity, name, startedDaysAgo, endsInDays, commitmentTerm, commitmentEndsInDays, commitmentStartedDaysAgo);
    }

    /** Another first day of the subscription. */
    public SubscriptionChange startedDaysAgo(int days) {
        return new SubscriptionChange(quantity, status, days, endsInDays, commitmentTerm, commitmentEndsInDays, commitmentStartedDaysAgo);
    }

    /** Another last day of the subscription. */
    public SubscriptionChange endsInDays(int days) {
        return new SubscriptionChange(quantity, status, startedDaysAgo, days, commitmentTerm, commitmentEndsInDays, commitmentStartedDaysAgo);
    }

    /** Another commitment, or "none". */
    public SubscriptionChange commitmentTerm(String term) {
        return new SubscriptionChange(quantity, status, startedDaysAgo, endsInDays, term, commitmentEndsInDays, commitmentStartedDaysAgo);
    }

    /** Another last day of the running term. */
    public SubscriptionChange commitmentEndsInDays(int days) {
        return new SubscriptionChange(quantity, status, startedDaysAgo, endsInDays, commitmentTerm, days, commitmentStartedDaysAgo);
    }

    /** Another first day of the running term. */
    public SubscriptionChange commitmentStartedDaysAgo(int days) {
        return new SubscriptionChange(quantity, status, startedDaysAgo, endsInDays, commitmentTerm, commitmentEndsInDays, days);
    }
}
