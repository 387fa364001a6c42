package dev.portico.pax8.licensing.rules;

import java.math.BigInteger;
import java.util.List;

/**
 * What becomes of a request and why.
 *
 * @param rule the one that fired
 * @param arguments of its text: current seats, seats asked for, lowest and highest that may be asked for (empty text:
 *     no limit), vendor, threshold in percent
 */
public record Decision(Rule rule, List<Object> arguments) {

    public Decision {
        arguments = List.copyOf(arguments);
    }

    /** Decides; the rules are asked in the order of the product's description, the first that fires counts. */
    public static Decision of(DecisionCase asked, LicensingRules rules) {
        SeatLimits limits = asked.rule().limits(rules);
        return new Decision(
                rule(asked, rules, limits),
                List.of(
                        asked.current(),
                        asked.wanted(),
                        limits.min(),
                        limits.max().<Object>map(max -> max).orElse(""),
                        asked.vendor(),
                        rules.autoApprovePercent()));
    }

    /** What becomes of the request. */
    public Rule.Outcome outcome() {
        return rule.outcome();
    }

    private static Rule rule(DecisionCase asked, LicensingRules rules, SeatLimits limits) {
        if (!asked.rule().allowed(rules)) {
            return Rule.SELF_SERVICE_OFF;
        }
        if (asked.wanted() <= 0) {
            return Rule.NOT_POSITIVE;
        }
        if (asked.wanted() == asked.current()) {
            return Rule.NO_CHANGE;
        }
        if (!limits.allow(asked.wanted())) {
            return Rule.OUTSIDE_LIMITS;
        }
        if (asked.anotherOpen()) {
            return Rule.ANOTHER_OPEN;
        }
        if (rules.vendorsAlwaysAsk().contains(asked.vendor())) {
            return Rule.VENDOR_ALWAYS_ASKS;
        }
        if (asked.vendor().isEmpty() && !rules.vendorsAlwaysAsk().isEmpty()) {
            return Rule.VENDOR_UNKNOWN;
        }
        if (asked.rule().approvalNeeded()) {
            return Rule.SUBSCRIPTION_ASKS;
        }
        if (rules.approvalByDefault()) {
            return Rule.APPROVAL_BY_DEFAULT;
        }
        if (asked.current() == 0) {
            return Rule.NO_SEATS_NOW;
        }
        return withinThreshold(asked, rules.autoApprovePercent()) ? Rule.WITHIN_THRESHOLD : Rule.ABOVE_THRESHOLD;
    }

    /** In integers, because a quotient would round at the edge of the threshold; large ones, because longs overflow. */
    private static boolean withinThreshold(DecisionCase asked, int percent) {
        BigInteger current = BigInteger.valueOf(asked.current());
        BigInteger change = BigInteger.valueOf(asked.wanted()).subtract(current).abs();
        return change.multiply(BigInteger.valueOf(100)).compareTo(current.multiply(BigInteger.valueOf(percent))) <= 0;
    }
}
