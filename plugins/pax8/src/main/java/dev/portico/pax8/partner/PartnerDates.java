package dev.portico.pax8.partner;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Dates in the forms that Pax8 mixes: a date, a time in UTC with or without fractions of a second, and a time with an
 * offset that lacks its colon. A time without offset is taken as UTC, a date as its midnight in UTC.
 *
 * <p>Read by hand, because a row has up to six of them: java.time's parsers took a fifth of a first sync.
 */
final class PartnerDates {

    private static final int END_OF_DATE = 10;
    private static final int END_OF_MINUTES = 16;
    private static final int END_OF_SECONDS = 19;
    private static final int DIGITS_OF_NANOS = 9;

    private PartnerDates() {}

    /** The instant; empty if the text is none, or lies outside of the years 1 to 9999. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(parse(text.strip())).filter(PartnerDates::storable);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** The date as Pax8 wrote it, whatever time follows. */
    static Optional<LocalDate> date(String text) {
        String start = text.strip();
        return instant(start).map(known -> day(start));
    }

    private static Instant parse(String text) {
        LocalDate day = day(text);
        if (text.length() == END_OF_DATE) {
            return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        require(text, END_OF_DATE, 'T');
        int end = endOfTime(text);
        ZoneOffset offset = end == text.length() ? ZoneOffset.UTC : ZoneOffset.of(text.substring(end));
        return day.atTime(time(text, end)).toInstant(offset);
    }

    private static LocalDate day(String text) {
        require(text, 4, '-');
        require(text, 7, '-');
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, END_OF_DATE));
    }

    private static LocalTime time(String text, int end) {
        require(text, 13, ':');
        int hour = number(text, 11, 13);
        int minute = number(text, 14, END_OF_MINUTES);
        if (end == END_OF_MINUTES) {
            return LocalTime.of(hour, minute);
        }
        require(text, END_OF_MINUTES, ':');
        return LocalTime.of(hour, minute, number(text, 17, END_OF_SECONDS), nanos(text, end));
    }

    private static int nanos(String text, int end) {
        if (end == END_OF_SECONDS) {
            return 0;
        }
        require(text, END_OF_SECONDS, '.');
        int from = END_OF_SECONDS + 1;
        int digits = Math.clamp(end - from, 1, DIGITS_OF_NANOS);
        int nanos = number(text, from, from + digits);
        for (; digits < DIGITS_OF_NANOS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Where the offset begins, or the text ends. */
    private static int endOfTime(String text) {
        int end = END_OF_DATE + 1;
        while (end < text.length() && "Z+-".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = i < text.length() ? text.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("No number from " + from + " to " + to);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static void require(String text, int position, char expected) {
        if (position >= text.length() || text.charAt(position) != expected) {
            throw new DateTimeException("No " + expected + " at " + position);
        }
    }

    private static boolean storable(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
