package dev.portico.pax8.licensing.detail;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.SeatLimits;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Says what the client of a subscription may ask for, and what becomes of it. */
final class RuleInEffect {

    private final SettingsStore settings;
    private final Messages messages;

    RuleInEffect(SettingsStore settings, Messages messages) {
        this.settings = settings;
        this.messages = messages;
    }

    /** One sentence each. */
    List<String> of(UUID subscriptionId, String vendor) {
        LicensingRules rules = settings.now().rules();
        SubscriptionRule own = settings.ruleOf(subscriptionId);
        List<String> sentences = new ArrayList<>();
        if (own.allowed(rules)) {
            sentences.add(limits(own.limits(rules)));
            sentences.add(approval(own, rules, vendor));
        } else {
            sentences.add(messages.text("subscription.rule.off"));
        }
        sentences.add(messages.text(
                own.equals(SubscriptionRule.INHERITED) ? "subscription.rule.inherited" : "subscription.rule.own"));
        return sentences;
    }

    private String limits(SeatLimits limits) {
        if (limits.max().isEmpty()) {
            return messages.text("subscription.rule.no-max", limits.min());
        }
        long max = limits.max().get();
        return limits.min() > max
                ? messages.text("subscription.rule.nothing", limits.min(), max)
                : messages.text("subscription.rule.limits", limits.min(), max);
    }

    private String approval(SubscriptionRule own, LicensingRules rules, String vendor) {
        if (rules.vendorsAlwaysAsk().contains(vendor)) {
            return messages.text("subscription.rule.vendor", vendor);
        }
        return own.approvalNeeded() || rules.approvalByDefault() || rules.autoApprovePercent() == 0
                ? messages.text("subscription.rule.approval")
                : messages.text("subscription.rule.percent", rules.autoApprovePercent());
    }
}
