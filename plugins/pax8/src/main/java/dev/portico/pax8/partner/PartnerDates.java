package dev.portico.pax8.partner;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * Dates in the forms that Pax8 mixes: a date, a time in UTC with or without fractions of a second, and a time with an
 * offset that lacks its colon. A time without offset is taken as UTC, a date as its midnight in UTC.
 */
final class PartnerDates {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter();

    private PartnerDates() {}

    /** The instant; empty if the text is none, or lies outside of the years 1 to 9999. */
    static Optional<Instant> instant(String text) {
        try {
            TemporalAccessor parsed =
                    FORM.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(toInstant(parsed)).filter(PartnerDates::storable);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** The date as Pax8 wrote it, whatever time follows. */
    static Optional<LocalDate> date(String text) {
        String start = text.strip();
        return instant(start).map(known -> LocalDate.parse(start.substring(0, 10)));
    }

    private static Instant toInstant(TemporalAccessor parsed) {
        return switch (parsed) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
        };
    }

    private static boolean storable(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
