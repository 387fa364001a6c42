package dev.portico.pax8.licensing.rules;

/**
 * A request as far as the decision looks at it.
 *
 * @param current seats now, 0 or more
 * @param wanted seats asked for
 * @param vendor name of the product's vendor; empty if unknown
 * @param rule what the subscription sets for itself
 * @param anotherOpen whether another request for the subscription is open
 */
public record DecisionCase(long current, long wanted, String vendor, SubscriptionRule rule, boolean anotherOpen) {}
