package dev.portico.pax8.licensing.selfservice;

import dev.portico.pax8.licensing.rules.SubscriptionRule;
import java.util.UUID;

/**
 * A subscription with what it sets for itself.
 *
 * @param vendor empty if not known
 * @param seats now
 * @param rule what it sets
 */
public record RuleRow(UUID id, String product, String vendor, String company, long seats, SubscriptionRule rule) {}
