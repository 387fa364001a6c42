package dev.portico.pax8.licensing.selfservice;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.SeatLimits;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import java.util.ArrayList;
import java.util.List;

/** Says what a subscription sets for itself, and what holds for it. */
final class RuleWords {

    private final Messages messages;

    RuleWords(Messages messages) {
        this.messages = messages;
    }

    /** Everything of its own, in one line. */
    String own(SubscriptionRule rule) {
        List<String> parts = new ArrayList<>();
        rule.allowed()
                .ifPresent(allowed ->
                        parts.add(messages.text(allowed ? "selfservice.own.allowed" : "selfservice.own.refused")));
        if (rule.approvalNeeded()) {
            parts.add(messages.text("selfservice.own.approval"));
        }
        rule.minSeats().ifPresent(min -> parts.add(messages.text("selfservice.own.min", min)));
        if (rule.ownMax()) {
            parts.add(rule.maxSeats()
                    .map(max -> messages.text("selfservice.own.max", max))
                    .orElseGet(() -> messages.text("selfservice.own.no-max")));
        }
        return parts.isEmpty() ? messages.text("selfservice.own.nothing") : String.join(", ", parts);
    }

    String allowed(SubscriptionRule rule, LicensingRules rules) {
        return messages.text(rule.allowed(rules) ? "settings.yes" : "settings.no");
    }

    /** The range that may be asked for, such as "1–50" or "5 or more". */
    String limits(SubscriptionRule rule, LicensingRules rules) {
        SeatLimits limits = rule.limits(rules);
        return limits.max()
                .map(max -> messages.text("selfservice.range", limits.min(), max))
                .orElseGet(() -> messages.text("selfservice.range.open", limits.min()));
    }

    /** Where something comes from. */
    String origin(boolean own) {
        return messages.text(own ? "selfservice.own" : "selfservice.inherited");
    }

    static boolean contradictory(SubscriptionRule rule, LicensingRules rules) {
        SeatLimits limits = rule.limits(rules);
        return limits.max().filter(max -> max < limits.min()).isPresent();
    }
}
