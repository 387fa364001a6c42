package dev.portico.pax8.licensing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.rules.SeatChange.Never;
import dev.portico.pax8.licensing.rules.SeatChange.NotBefore;
import dev.portico.pax8.licensing.rules.SeatChange.Now;
import dev.portico.pax8.licensing.rules.SeatChange.OnlyUntil;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every commitment at every time: each promise is kept, and no window is open longer than it is. */
class CommitmentSpaceTest {

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);
    private static final Optional<Boolean> UNKNOWN = Optional.empty();
    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 24);

    @Property
    void whatIsNotPossibleBeforeATimeIsPossibleThenAndNotUntilThen(
            @ForAll("commitments") Commitment commitment, @ForAll("times") Instant now, @ForAll @IntRange(max = 99) int part) {
        if (commitment.possibility(10, 9, now) instanceof NotBefore promised) {
            Instant between = now.plus(Duration.between(now, promised.start()).multipliedBy(part).dividedBy(100));

            assertThat(promised.start()).isAfter(now);
            assertThat(commitment.possibility(10, 9, between)).isEqualTo(promised);
            assertThat(commitment.possibility(10, 9, promised.start()).possibleNow()).isTrue();
        }
    }

    @Property
    void aWindowIsOpenUntilItsEndAndClosedThen(
            @ForAll("commitments") Commitment commitment, @ForAll("times") Instant now, @ForAll @IntRange(max = 99) int part) {
        if (commitment.possibility(10, 9, now) instanceof OnlyUntil(Instant end, Optional<Instant> again)) {
            Instant between = now.plus(Duration.between(now, end).multipliedBy(part).dividedBy(100));

            assertThat(end).isAfter(now);
            assertThat(commitment.possibility(10, 9, between)).isEqualTo(new OnlyUntil(end, again));
            assertThat(commitment.possibility(10, 9, end))
                    .isEqualTo(again.<SeatChange>map(NotBefore::new).orElse(new Never()));
        }
    }

    @Property
    void whatIsPossibleWithoutALimitStaysSo(
            @ForAll("commitments") Commitment commitment, @ForAll("times") Instant now, @ForAll @IntRange(max = 5_000) int days) {
        // why: windows of 30 days leave out a day of some months and none of others
        Assume.that(commitment.daysBeforeEnd() + 1 + commitment.daysAfterStart() < commitment.months().orElse(1) * 28);
        if (commitment.possibility(10, 9, now) instanceof Now) {
            assertThat(commitment.possibility(10, 9, now.plus(Duration.ofDays(days))))
                    .isEqualTo(new Now());
        }
    }

    @Property
    void whatIsNeverPossibleStaysSo(
            @ForAll("commitments") Commitment commitment, @ForAll("times") Instant now, @ForAll @IntRange(max = 5_000) int days) {
        if (commitment.possibility(10, 9, now) instanceof Never) {
            assertThat(commitment.possibility(10, 9, now.plus(Duration.ofDays(days))))
                    .isEqualTo(new Never());
        }
    }

    @Property
    void seatsAreTakenBackExactlyOnTheDaysOfTheWindows(
            @ForAll("commitments") Commitment commitment, @ForAll("times") Instant now) {
        if (commitment.decreaseAllowed().orElse(false) || commitment.lastDay().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

        assertThat(commitment.possibility(10, 9, now).possibleNow()).isEqualTo(openDays(commitment, today).contains(today));
    }

    @Property
    void seatsAreAddedUnlessThatIsForbidden(@ForAll("commitments") Commitment commitment, @ForAll("times") Instant now) {
        if (commitment.increaseAllowed().orElse(true)) {
            assertThat(commitment.possibility(10, 11, now)).isEqualTo(new Now());
        }
    }

    /** Every day near today on which seats may be taken back, written down day by day. */
    private Set<LocalDate> openDays(Commitment commitment, LocalDate today) {
        LocalDate end = commitment.lastDay().orElseThrow().plusDays(1);
        Set<LocalDate> open = new HashSet<>();
        open.addAll(lastDays(commitment, end));
        firstDay(commitment, end).ifPresent(first -> {
            // before the first day there is nothing to be bound by
            LocalDate closes = first.plusDays(commitment.daysAfterStart());
            closes.minusYears(10).datesUntil(closes)
                    .filter(end::isAfter)
                    .forEach(open::add);
        });
        if (!commitment.renews().orElse(false) || commitment.months().isEmpty()) {
            for (LocalDate day = end; !day.isAfter(today); day = day.plusDays(1)) {
                open.add(day);
            }
            return open;
        }
        int months = commitment.months().get();
        for (int term = 0; !end.plusMonths((long) term * months).isAfter(today.plusDays(100)); term++) {
            LocalDate start = end.plusMonths((long) term * months);
            open.add(start);
            for (int day = 0; day < commitment.daysAfterStart(); day++) {
                open.add(start.plusDays(day));
            }
            open.addAll(lastDays(commitment, start));
        }
        return open;
    }

    /** From so many days before the last day of a term to this day. */
    private static Set<LocalDate> lastDays(Commitment commitment, LocalDate renewal) {
        Set<LocalDate> days = new HashSet<>();
        LocalDate last = renewal.minusDays(1);
        for (int day = 0; commitment.daysBeforeEnd() > 0 && day <= commitment.daysBeforeEnd(); day++) {
            days.add(last.minusDays(day));
        }
        return days;
    }

    private static Optional<LocalDate> firstDay(Commitment commitment, LocalDate end) {
        Optional<LocalDate> longest = commitment.months().map(end::minusMonths);
        return commitment.start().isPresent()
                        && commitment.start().get().isBefore(end)
                        && (longest.isEmpty() || commitment.start().get().isAfter(longest.get()))
                ? commitment.start()
                : longest;
    }

    @Provide
    static Arbitrary<Commitment> commitments() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-1_200, 1_200).map(ANCHOR::plusDays);
        Arbitrary<Optional<Boolean>> flags = Arbitraries.of(YES, NO, NO, UNKNOWN);
        return Combinators.combine(
                        Arbitraries.of(1, 12, 12, 36, 2).optional(0.9),
                        days.optional(0.9),
                        days.optional(0.7),
                        flags,
                        flags,
                        flags,
                        Arbitraries.of(0, 0, 1, 14, 40),
                        Arbitraries.of(0, 1, 7, 7, 30))
                .as(Commitment::new);
    }

    @Provide
    static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(-1_500L * 24 * 60, 1_500L * 24 * 60)
                .map(minutes -> ANCHOR.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofMinutes(minutes)));
    }
}
