package dev.portico.pax8.licensing.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What binds a subscription, as far as Pax8 tells it: {@code GET /products/{id}/dependencies} and the commitment of the
 * subscription itself. Everything is reckoned in days in UTC, as Pax8 sends them.
 *
 * <p>Within a term seats may be taken back at its beginning, for the days of the vendor's window after a purchase or
 * renewal, and at its end, for the days of the window before it. A term that renews by itself is followed by one of the
 * same length; its first day can always be used, or a change could be made at no time at all.
 *
 * @param months length of a term; empty if unknown
 * @param lastDay of the running term, inclusive; empty if unknown
 * @param start day of the purchase; empty if unknown
 * @param increaseAllowed whether seats may be added at any time; empty: Pax8 does not say
 * @param decreaseAllowed whether seats may be taken back at any time; empty: Pax8 does not say
 * @param renews whether the next term begins by itself; empty: Pax8 does not say
 * @param daysBeforeEnd days before the last day of a term on which the vendor's window opens; 0: there is none
 * @param daysAfterStart first days of a term on which seats may be taken back
 */
public record Commitment(
        Optional<Integer> months,
        Optional<LocalDate> lastDay,
        Optional<LocalDate> start,
        Optional<Boolean> increaseAllowed,
        Optional<Boolean> decreaseAllowed,
        Optional<Boolean> renews,
        int daysBeforeEnd,
        int daysAfterStart) {

    public Commitment {
        if (daysBeforeEnd < 0 || daysAfterStart < 0 || months.filter(length -> length < 1).isPresent()) {
            throw new IllegalArgumentException("Lengths of terms and windows are not negative");
        }
    }

    /** When the number of seats can be changed so, asked at a time. Pax8 has the last word. */
    public SeatChange possibility(long current, long wanted, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (wanted == current) {
            return new SeatChange.Now();
        }
        return wanted > current ? increase(today) : decrease(today);
    }

    private SeatChange increase(LocalDate today) {
        return increaseAllowed.orElse(true) ? new SeatChange.Now() : atTheEdges(today, increaseAllowed, 0, 0);
    }

    private SeatChange decrease(LocalDate today) {
        return decreaseAllowed.orElse(false)
                ? new SeatChange.Now()
                : atTheEdges(today, decreaseAllowed, daysBeforeEnd, daysAfterStart);
    }

    /** For what is not allowed in the middle of a term. */
    private SeatChange atTheEdges(LocalDate today, Optional<Boolean> allowed, int before, int after) {
        if (lastDay.isEmpty()) {
            return withoutAnEnd(today, allowed, after);
        }
        LocalDate end = lastDay.get().plusDays(1);
        return today.isBefore(end) ? inTheTerm(today, end, before, after) : afterTheTerm(today, end, before, after);
    }

    private SeatChange withoutAnEnd(LocalDate today, Optional<Boolean> allowed, int after) {
        if (allowed.isEmpty()) {
            return new SeatChange.Now();
        }
        Optional<LocalDate> closes = start.filter(day -> after > 0).map(day -> day.plusDays(after));
        return closes.filter(today::isBefore)
                .<SeatChange>map(day -> new SeatChange.OnlyUntil(midnight(day), Optional.empty()))
                .orElseGet(SeatChange.Never::new);
    }

    private SeatChange inTheTerm(LocalDate today, LocalDate end, int before, int after) {
        LocalDate opens = opens(end, before);
        LocalDate closes = termStart(end).map(first -> first.plusDays(after)).orElse(LocalDate.MIN);
        if (today.isBefore(opens)) {
            if (!today.isBefore(closes)) {
                return new SeatChange.NotBefore(midnight(opens));
            }
            if (closes.isBefore(opens)) {
                return new SeatChange.OnlyUntil(midnight(closes), Optional.of(midnight(opens)));
            }
        }
        return renewsAfterMonths()
                .map(length -> renewal(end, end.plusMonths(length), before, after))
                .orElseGet(SeatChange.Now::new);
    }

    /** Pax8 has not told yet which term runs now. */
    private SeatChange afterTheTerm(LocalDate today, LocalDate end, int before, int after) {
        if (renewsAfterMonths().isEmpty()) {
            return new SeatChange.Now();
        }
        int length = renewsAfterMonths().get();
        long terms = ChronoUnit.MONTHS.between(end, today) / length;
        while (!today.isBefore(end.plusMonths((terms + 1) * length))) {
            terms++; // why: between Jan 31 and Feb 28 there is no month, but a term of one
        }
        LocalDate first = end.plusMonths(terms * length);
        LocalDate next = end.plusMonths((terms + 1) * length);
        LocalDate opens = opens(next, before);
        LocalDate closes = first.plusDays(Math.max(after, 1));
        if (today.isBefore(opens) && !today.isBefore(closes)) {
            return new SeatChange.NotBefore(midnight(opens));
        }
        return today.isBefore(closes)
                ? renewal(first, next, before, after)
                : renewal(next, end.plusMonths((terms + 2) * length), before, after);
    }

    /** Possible now and on through the renewal on a day, until the window after it closes. */
    private SeatChange renewal(LocalDate first, LocalDate next, int before, int after) {
        LocalDate opens = opens(next, before);
        LocalDate closes = first.plusDays(Math.max(after, 1));
        return closes.isBefore(opens)
                ? new SeatChange.OnlyUntil(midnight(closes), Optional.of(midnight(opens)))
                : new SeatChange.Now();
    }

    /** A first term may be shorter than it is called, such as one that ends together with others. */
    private Optional<LocalDate> termStart(LocalDate end) {
        Optional<LocalDate> reckoned = months.map(end::minusMonths);
        Optional<LocalDate> bought = start.filter(day -> day.isBefore(end));
        return bought.filter(day -> reckoned.map(day::isAfter).orElse(true)).or(() -> reckoned);
    }

    private Optional<Integer> renewsAfterMonths() {
        return renews.orElse(false) ? months : Optional.empty();
    }

    /** When the window before a renewal opens; without one, on the day of the renewal. */
    private static LocalDate opens(LocalDate renewal, int before) {
        return before == 0 ? renewal : renewal.minusDays(before + 1L);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
