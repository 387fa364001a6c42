package dev.portico.pax8.partner;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the forms that Pax8 mixes: a date, a time in UTC with or without fractions of a second, and a time with an
 * offset that lacks its colon. A time without offset is taken as UTC, a date as its midnight in UTC.
 */
final class PartnerDates {

    private static final int LENGTH_OF_DATE = 10;
    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("(.*T.*[+-]\\d{2})(\\d{2})");

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
        return instant(start).map(known -> LocalDate.parse(start.substring(0, 10)));
    }

    private static Instant parse(String text) {
        if (text.length() <= LENGTH_OF_DATE) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (text.endsWith("Z")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        Matcher offset = OFFSET_WITHOUT_COLON.matcher(text);
        if (offset.matches()) {
            return OffsetDateTime.parse(offset.group(1) + ":" + offset.group(2)).toInstant();
        }
        return hasOffset(text)
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasOffset(String text) {
        return Math.max(text.indexOf('+', LENGTH_OF_DATE), text.indexOf('-', LENGTH_OF_DATE)) > 0;
    }

    private static boolean storable(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
