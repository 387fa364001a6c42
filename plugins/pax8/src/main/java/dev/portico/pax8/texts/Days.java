package dev.portico.pax8.texts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Days of a contract, such as the end of a commitment. Pax8 sends them as days in UTC, and so they are shown: in the
 * portal's time zone some would become the day before.
 */
public final class Days {

    private Days() {}

    /** The day, such as "Dec 1"; with its year unless it is the present one. */
    public static String of(Instant time, Instant now) {
        return of(day(time), day(now));
    }

    /** The last day before an end that is not part of it. */
    public static String last(Instant end, Instant now) {
        return of(end.minusNanos(1), now);
    }

    /** The day, such as "Dec 1"; with its year unless it is the present one. */
    public static String of(LocalDate day, LocalDate today) {
        String parts = day.getYear() == today.getYear() ? "MMMd" : "yMMMd";
        return DateTimeFormatter.ofLocalizedPattern(parts)
                .withLocale(RelativeTimes.locale())
                .format(day);
    }

    /** A month, such as "November 2026". */
    public static String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(RelativeTimes.locale())
                .format(month);
    }

    /** The days of a week, beginning with the one that the user's weeks begin with. */
    public static List<DayOfWeek> week() {
        DayOfWeek first = WeekFields.of(RelativeTimes.locale()).getFirstDayOfWeek();
        return IntStream.range(0, 7).mapToObj(first::plus).toList();
    }

    /** A day of the week, such as "Mon". */
    public static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, RelativeTimes.locale());
    }

    /** Which day it is. */
    public static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
