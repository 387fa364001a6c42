package dev.portico.pax8.texts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

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

    /** Which day it is. */
    public static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
