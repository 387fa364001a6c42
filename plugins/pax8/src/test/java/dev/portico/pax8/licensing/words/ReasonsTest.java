package dev.portico.pax8.licensing.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.fixtures.PropertyTexts;
import dev.portico.pax8.licensing.rules.Decision;
import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.Rule;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final LicensingRules RULES =
            new LicensingRules(false, 50, Set.of("Microsoft"), true, 5, Optional.of(50L));

    private final Reasons reasons = new Reasons(new PropertyTexts());

    @Nested
    class ADecision {

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "10 | 15 | Adobe     | Approved: +5 seats (50 %) is within the 50 % that apply at once",
            "10 | 16 | Adobe     | Held: +6 seats (60 %) is more than the 50 % that apply at once",
            "10 |  9 | Adobe     | Approved: −1 seat (10 %) is within the 50 % that apply at once",
            "12 |  5 | Adobe     | Held: −7 seats (58.4 %) is more than the 50 % that apply at once",
            "10 | 11 | Microsoft | Held: Microsoft always needs an approval",
            " 0 | 10 | Adobe     | Held: there are no seats now to compare with",
            "10 | 51 | Adobe     | Refused: only 5 to 50 seats may be asked for",
            "10 |  0 | Adobe     | Refused: the new total must be 1 seat or more; only 5 to 50 seats may be asked for",
            "10 | 10 | Adobe     | Refused: the subscription has 10 seats already; only 5 to 50 seats may be asked for",
        })
        void isSaidWithItsFigures(long current, long wanted, String vendor, String text) {
            assertThat(text(current, wanted, vendor, RULES)).isEqualTo(text);
        }

        @Test
        void isNeverSaidToBeAtTheThresholdWhenItIsAboveBySomeThousandths() {
            LicensingRules rules = limits(1, Optional.empty(), 50);

            assertThat(text(100_000, 150_001, "", rules))
                    .isEqualTo("Held: +50,001 seats (50.1 %) is more than the 50 % that apply at once");
        }

        @Test
        void isSaidWithoutAPercentageIfNothingAppliesAtOnce() {
            assertThat(text(10, 11, "", limits(1, Optional.empty(), 0)))
                    .isEqualTo("Held: no change applies at once");
        }

        @Test
        void namesOneLimitIfThereIsNoOther() {
            assertThat(text(10, 2, "", limits(5, Optional.empty(), 50)))
                    .isEqualTo("Refused: only 5 seats or more may be asked for");
        }

        @Test
        void namesTheOnlyNumberThatIsAllowed() {
            assertThat(text(10, 2, "", limits(5, Optional.of(5L), 50)))
                    .isEqualTo("Refused: only 5 seats may be asked for");
        }

        @Test
        void saysWhenLimitsLeaveNothing() {
            SubscriptionRule own =
                    new SubscriptionRule(Optional.empty(), false, Optional.of(60L), false, Optional.empty());

            assertThat(reasons.text(Decision.of(new DecisionCase(10, 20, "", own, false), RULES)))
                    .isEqualTo("Refused: no number of seats (the lowest, 60, is above the highest, 50) may be asked for");
        }

        @ParameterizedTest
        @EnumSource
        void hasAWordForEachOutcome(Rule rule) {
            String start = switch (rule.outcome()) {
                case REFUSED -> "Refused: ";
                case HELD -> "Held: ";
                case APPLIED -> "Approved: ";
            };

            assertThat(reasons.text(new Decision(rule, List.of(10L, 20L, 5L, "", "Adobe", 50))))
                    .startsWith(start);
        }

        private String text(long current, long wanted, String vendor, LicensingRules rules) {
            return reasons.text(Decision.of(
                    new DecisionCase(current, wanted, vendor, SubscriptionRule.INHERITED, false), rules));
        }

        private LicensingRules limits(long min, Optional<Long> max, int percent) {
            return new LicensingRules(false, percent, Set.of(), true, min, max);
        }
    }

    @Nested
    class TheTimeOfAChange {

        @Test
        void isNow() {
            assertThat(reasons.text(new SeatChange.Now(), NOW)).isEqualTo("Possible now");
        }

        @Test
        void endsOnTheLastDayOfTheWindow() {
            assertThat(reasons.text(
                            new SeatChange.OnlyUntil(
                                    Instant.parse("2026-12-02T00:00:00Z"),
                                    Optional.of(Instant.parse("2027-11-24T00:00:00Z"))),
                            NOW))
                    .isEqualTo("Possible until Dec 1, then not before Nov 24, 2027");
        }

        @Test
        void mayHaveNoSecondChance() {
            assertThat(reasons.text(
                            new SeatChange.OnlyUntil(Instant.parse("2026-12-01T08:30:00Z"), Optional.empty()), NOW))
                    .isEqualTo("Possible until Dec 1");
        }

        @Test
        void isTheDayOfTheCommitmentsEndInUtc() {
            assertThat(reasons.text(new SeatChange.NotBefore(Instant.parse("2027-03-14T00:00:00Z")), NOW))
                    .isEqualTo("Not before Mar 14, 2027");
        }

        @Test
        void isNever() {
            assertThat(reasons.text(new SeatChange.Never(), NOW)).isEqualTo("Not possible by changing the seats");
        }
    }
}
