package dev.portico.pax8.licensing.selfservice;

import dev.portico.pax8.licensing.rules.SubscriptionRule;

/** What became of an attempt to change what a subscription sets for itself. */
public sealed interface RuleResult {

    /** Saved. */
    record Saved() implements RuleResult {}

    /**
     * Not saved: somebody else has changed it since it was read.
     *
     * @param theirs what it sets now
     */
    record Overtaken(SubscriptionRule theirs) implements RuleResult {}

    /**
     * Not saved.
     *
     * @param reason a translated sentence that says why and what to do
     */
    record Refused(String reason) implements RuleResult {}
}
