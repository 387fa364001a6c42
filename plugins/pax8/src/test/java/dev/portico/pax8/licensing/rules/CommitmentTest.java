package dev.portico.pax8.licensing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.rules.SeatChange.Never;
import dev.portico.pax8.licensing.rules.SeatChange.NotBefore;
import dev.portico.pax8.licensing.rules.SeatChange.Now;
import dev.portico.pax8.licensing.rules.SeatChange.OnlyUntil;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commitments example by example; what holds for all of them is in {@link CommitmentSpaceTest}. */
class CommitmentTest {

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);
    private static final Optional<Boolean> UNKNOWN = Optional.empty();

    /** Bought on 2026-11-24 for a year that renews by itself; decreases for seven days. */
    private final Commitment microsoft =
            commitment(12, "2027-11-23", "2026-11-24", YES, NO, YES, 0, 7);

    @Test
    void seatsAreAddedAtAnyTime() {
        assertThat(microsoft.possibility(10, 11, at("2027-03-01"))).isEqualTo(new Now());
    }

    @Test
    void nothingIsChangedAtAnyTime() {
        assertThat(microsoft.possibility(10, 10, at("2027-03-01"))).isEqualTo(new Now());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, until 2026-12-01 or from 2027-11-24",
        "2026-11-30, until 2026-12-01 or from 2027-11-24",
        "2026-12-01, from 2027-11-24",
        "2027-11-23, from 2027-11-24",
        "2027-11-24, until 2027-12-01 or from 2028-11-24",
        "2027-12-01, from 2028-11-24",
    })
    void seatsAreTakenBackInSevenDaysOfEachTerm(String day, String possible) {
        assertThat(words(microsoft.possibility(10, 9, at(day)))).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-11-08, from 2027-11-09",
        "2027-11-09, until 2027-11-25 or from 2028-11-09",
        "2027-11-24, until 2027-11-25 or from 2028-11-09",
        "2027-11-25, from 2028-11-09",
    })
    void aWindowBeforeTheEndOfATermReachesThroughTheRenewal(String day, String possible) {
        Commitment adobe = commitment(12, "2027-11-23", "2026-11-24", YES, NO, YES, 14, 0);

        assertThat(words(adobe.possibility(10, 9, at(day)))).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({"2027-11-23, from 2027-11-24", "2027-11-24, now", "2029-01-01, now"})
    void aCommitmentThatEndsFreesTheSeatsForGood(String day, String possible) {
        Commitment once = commitment(12, "2027-11-23", "2026-11-24", YES, NO, NO, 0, 0);

        assertThat(words(once.possibility(10, 9, at(day)))).isEqualTo(possible);
    }

    @Test
    void aCommitmentOfWhichNoRuleIsKnownIsKeptToUntilItsEnd() {
        Commitment unknown = commitment(12, "2027-11-23", "2026-11-24", UNKNOWN, UNKNOWN, UNKNOWN, 0, 0);

        assertThat(words(unknown.possibility(10, 9, at("2027-03-01")))).isEqualTo("from 2027-11-24");
        assertThat(unknown.possibility(10, 11, at("2027-03-01"))).isEqualTo(new Now());
    }

    @Test
    void seatsThatMayBeTakenBackAtAnyTimeAre() {
        Commitment free = commitment(12, "2027-11-23", "2026-11-24", YES, YES, YES, 0, 0);

        assertThat(free.possibility(10, 9, at("2027-03-01"))).isEqualTo(new Now());
    }

    @Test
    void whatMayNeitherGrowNorShrinkWaitsForTheEnd() {
        Commitment savings = commitment(36, "2027-11-23", "2024-11-24", NO, NO, NO, 0, 0);

        assertThat(words(savings.possibility(10, 11, at("2027-03-01")))).isEqualTo("from 2027-11-24");
        assertThat(words(savings.possibility(10, 9, at("2027-03-01")))).isEqualTo("from 2027-11-24");
    }

    @Test
    void withoutAKnownEndADecreaseThatIsForbiddenIsNeverPossibleOnceTheFirstDaysAreOver() {
        Commitment endless = new Commitment(
                Optional.of(12), Optional.empty(), Optional.of(LocalDate.of(2026, 11, 24)), YES, NO, YES, 0, 7);

        assertThat(words(endless.possibility(10, 9, at("2026-11-30")))).isEqualTo("until 2026-12-01");
        assertThat(endless.possibility(10, 9, at("2026-12-01"))).isEqualTo(new Never());
    }

    @Test
    void withoutAnyKnowledgeNothingIsHeldAgainstAChange() {
        Commitment nothing = new Commitment(
                Optional.empty(), Optional.empty(), Optional.empty(), UNKNOWN, UNKNOWN, UNKNOWN, 0, 0);

        assertThat(nothing.possibility(10, 9, at("2026-12-01"))).isEqualTo(new Now());
    }

    @Test
    void aFirstTermThatEndsEarlyWithOthersBeginsWithThePurchase() {
        Commitment shared = commitment(12, "2027-06-30", "2026-11-24", YES, NO, YES, 0, 7);

        assertThat(words(shared.possibility(10, 9, at("2026-11-25"))))
                .isEqualTo("until 2026-12-01 or from 2027-07-01");
    }

    @Test
    void aWindowCountsFromTheRenewalAndNotFromAPurchaseYearsAgo() {
        Commitment old = commitment(12, "2027-11-23", "2020-11-24", YES, NO, YES, 0, 7);

        assertThat(words(old.possibility(10, 9, at("2026-11-30"))))
                .isEqualTo("until 2026-12-01 or from 2027-11-24");
    }

    @Test
    void monthsThatEndOnAMissingDayAreCountedFromTheFirstTerm() {
        Commitment monthly = commitment(1, "2027-01-30", "2026-12-31", YES, NO, YES, 0, 2);

        assertThat(words(monthly.possibility(10, 9, at("2027-02-28"))))
                .isEqualTo("until 2027-03-02 or from 2027-03-31");
    }

    @ParameterizedTest
    @CsvSource({"Monthly, 1", "1-Year, 12", "3-Year, 36", "Annual, 12", "18-Month, 18", "2 years, 24"})
    void termsHaveALength(String term, int months) {
        assertThat(CommitmentTerm.months(term)).contains(months);
    }

    @ParameterizedTest
    @CsvSource({"Trial", "One-Time", "''", "0-Year"})
    void otherTermsHaveNone(String term) {
        assertThat(CommitmentTerm.months(term)).isEmpty();
    }

    private static Commitment commitment(
            int months, String lastDay, String start, Optional<Boolean> increase, Optional<Boolean> decrease,
            Optional<Boolean> renews, int before, int after) {
        return new Commitment(
                Optional.of(months), Optional.of(LocalDate.parse(lastDay)), Optional.of(LocalDate.parse(start)),
                increase, decrease, renews, before, after);
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(15, 30).toInstant(ZoneOffset.UTC);
    }

    private static String words(SeatChange change) {
        return switch (change) {
            case Now() -> "now";
            case OnlyUntil(Instant end, Optional<Instant> again) ->
                "until " + day(end) + again.map(start -> " or from " + day(start)).orElse("");
            case NotBefore(Instant start) -> "from " + day(start);
            case Never() -> "never";
        };
    }

    private static String day(Instant midnight) {
        assertThat(midnight).isEqualTo(LocalDate.ofInstant(midnight, ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant());
        return LocalDate.ofInstant(midnight, ZoneOffset.UTC).toString();
    }
}
