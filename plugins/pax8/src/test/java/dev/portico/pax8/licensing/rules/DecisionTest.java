package dev.portico.pax8.licensing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.rules.Rule.Outcome;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of decision as the product describes it, example by example; the whole space is in {@link DecisionSpaceTest}. */
class DecisionTest {

    @ParameterizedTest(name = "at {0} % {1} -> {2} is {3}")
    @CsvSource({
        "  50,  10,   15, WITHIN_THRESHOLD",
        "  50,  10,   16, ABOVE_THRESHOLD",
        "  50,  10,    5, WITHIN_THRESHOLD",
        "  50,  10,    4, ABOVE_THRESHOLD",
        "  50,   1,    2, ABOVE_THRESHOLD",
        "  50,   3,    4, WITHIN_THRESHOLD",
        "  33,   3,    4, ABOVE_THRESHOLD",
        "  34,   3,    4, WITHIN_THRESHOLD",
        "   0,  10,   11, ABOVE_THRESHOLD",
        "   0,  10,    9, ABOVE_THRESHOLD",
        " 100,  10,   20, WITHIN_THRESHOLD",
        " 100,  10,   21, ABOVE_THRESHOLD",
        "1000,   1,   11, WITHIN_THRESHOLD",
        "1000,   1,   12, ABOVE_THRESHOLD",
        "1000,   0,    1, NO_SEATS_NOW",
    })
    void theThresholdCountsInPercentOfTheCurrentSeats(int percent, long current, long wanted, Rule rule) {
        assertThat(Decision.of(asked(current, wanted, "Adobe"), rules(percent)).rule())
                .isEqualTo(rule);
    }

    @Test
    void requestsAreRefusedWhileSelfServiceIsOff() {
        LicensingRules off = new LicensingRules(false, 50, Set.of(), false, 1, Optional.empty());

        assertThat(Decision.of(asked(10, 15, "Adobe"), off).rule()).isEqualTo(Rule.SELF_SERVICE_OFF);
    }

    @Test
    void aSubscriptionMayOpenSelfServiceForItself() {
        LicensingRules off = new LicensingRules(false, 50, Set.of(), false, 1, Optional.empty());
        SubscriptionRule own = new SubscriptionRule(Optional.of(true), false, Optional.empty(), false, Optional.empty());

        assertThat(Decision.of(new DecisionCase(10, 15, "Adobe", own, false), off).outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    @ParameterizedTest
    @CsvSource({"10, 4", "10, 51"})
    void requestsOutsideTheLimitsAreRefusedWithTheLimits(long current, long wanted) {
        LicensingRules limited = new LicensingRules(false, 1000, Set.of(), true, 5, Optional.of(50L));

        Decision decision = Decision.of(asked(current, wanted, "Adobe"), limited);

        assertThat(decision.rule()).isEqualTo(Rule.OUTSIDE_LIMITS);
        assertThat(decision.arguments()).containsExactly(current, wanted, 5L, 50L, "Adobe", 1000);
    }

    @ParameterizedTest
    @CsvSource({"10, 5", "10, 50"})
    void limitsAreInclusive(long current, long wanted) {
        LicensingRules limited = new LicensingRules(false, 1000, Set.of(), true, 5, Optional.of(50L));

        assertThat(Decision.of(asked(current, wanted, "Adobe"), limited).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @ParameterizedTest
    @CsvSource({"0, NOT_POSITIVE", "-1, NOT_POSITIVE", "10, NO_CHANGE"})
    void zeroNegativesAndNoChangeAreRefused(long wanted, Rule rule) {
        assertThat(Decision.of(asked(10, wanted, "Adobe"), rules(50)).rule()).isEqualTo(rule);
    }

    @Test
    void anotherOpenRequestRefuses() {
        assertThat(Decision.of(new DecisionCase(10, 11, "Adobe", SubscriptionRule.INHERITED, true), rules(50))
                        .rule())
                .isEqualTo(Rule.ANOTHER_OPEN);
    }

    @Test
    void aVendorThatAlwaysAsksComesBeforeAllOtherReasonsToHold() {
        SubscriptionRule asks = new SubscriptionRule(Optional.empty(), true, Optional.empty(), false, Optional.empty());
        LicensingRules all = new LicensingRules(true, 0, Set.of("Microsoft"), true, 1, Optional.empty());

        assertThat(Decision.of(new DecisionCase(10, 11, "Microsoft", asks, false), all).rule())
                .isEqualTo(Rule.VENDOR_ALWAYS_ASKS);
        assertThat(Decision.of(new DecisionCase(10, 11, "Adobe", asks, false), all).rule())
                .isEqualTo(Rule.SUBSCRIPTION_ASKS);
        assertThat(Decision.of(asked(10, 11, "Adobe"), all).rule()).isEqualTo(Rule.APPROVAL_BY_DEFAULT);
    }

    @Test
    void anUnknownVendorMayBeOneThatAlwaysAsks() {
        LicensingRules some = new LicensingRules(false, 50, Set.of("Microsoft"), true, 1, Optional.empty());

        assertThat(Decision.of(asked(10, 11, ""), some).rule()).isEqualTo(Rule.VENDOR_UNKNOWN);
        assertThat(Decision.of(asked(10, 11, ""), rules(50)).rule()).isEqualTo(Rule.WITHIN_THRESHOLD);
    }

    @Property
    void aChangeOfExactlyTheThresholdAppliesAndOneMoreSeatIsHeld(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 2_000) long hundredth, @ForAll @IntRange(min = 1, max = 1000) int percent) {
        long current = hundredth * 100; // of which every whole percentage is a whole number of seats
        long change = hundredth * percent;

        assertThat(up(current, change, percent)).isEqualTo(Rule.WITHIN_THRESHOLD);
        assertThat(up(current, change - 1, percent)).isIn(Rule.WITHIN_THRESHOLD, Rule.NO_CHANGE);
        assertThat(up(current, change + 1, percent)).isEqualTo(Rule.ABOVE_THRESHOLD);
    }

    @Property
    void soItIsForFewerSeats(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 2_000) long hundredth, @ForAll @IntRange(min = 1, max = 98) int percent) {
        long current = hundredth * 100;
        long change = hundredth * percent;

        assertThat(up(current, -change, percent)).isEqualTo(Rule.WITHIN_THRESHOLD);
        assertThat(up(current, -change + 1, percent)).isIn(Rule.WITHIN_THRESHOLD, Rule.NO_CHANGE);
        assertThat(up(current, -change - 1, percent)).isEqualTo(Rule.ABOVE_THRESHOLD);
    }

    @Property
    void partsOfASeatAreNeitherGivenNorTaken(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 2_000) long current, @ForAll @IntRange(min = 1, max = 1000) int percent) {
        long most = current / 100 * percent + current % 100 * percent / 100; // the largest whole number of seats within

        assertThat(up(current, most + 1, percent)).isEqualTo(Rule.ABOVE_THRESHOLD);
        Assume.that(most > 0);
        assertThat(up(current, most, percent)).isEqualTo(Rule.WITHIN_THRESHOLD);
    }

    @Property
    void atZeroPercentNothingAppliesAtOnce(
            @ForAll @LongRange(min = 0) long current, @ForAll @LongRange(min = 1) long wanted) {
        assertThat(Decision.of(asked(current, wanted, "Adobe"), rules(0)).outcome())
                .isNotEqualTo(Outcome.APPLIED);
    }

    @Property
    void aHigherThresholdNeverHoldsWhatALowerOneLetsPass(
            @ForAll @LongRange(min = 0) long current,
            @ForAll @LongRange(min = 1) long wanted,
            @ForAll @IntRange(max = 999) int percent) {
        Assume.that(Decision.of(asked(current, wanted, "Adobe"), rules(percent)).outcome() == Outcome.APPLIED);

        assertThat(Decision.of(asked(current, wanted, "Adobe"), rules(percent + 1)).outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    private static Rule up(long current, long change, int percent) {
        return Decision.of(asked(current, current + change, "Adobe"), rules(percent)).rule();
    }

    private static DecisionCase asked(long current, long wanted, String vendor) {
        return new DecisionCase(current, wanted, vendor, SubscriptionRule.INHERITED, false);
    }

    private static LicensingRules rules(int percent) {
        return new LicensingRules(false, percent, Set.of(), true, 1, Optional.empty());
    }
}
