package dev.portico.pax8.licensing.change;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Days as people choose them and moments as they are stored, in the portal's time zone. */
public final class Days {

    private final Clock clock;

    public Days(Clock clock) {
        this.clock = clock;
    }

    /** The first day that something can be scheduled for. */
    public LocalDate tomorrow() {
        return LocalDate.now(clock).plusDays(1);
    }

    /** The day of a moment. */
    public LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    /** The first day that begins at or after a moment, at the earliest tomorrow. */
    public LocalDate from(Instant moment) {
        LocalDate day = of(moment);
        LocalDate whole = start(day).isBefore(moment) ? day.plusDays(1) : day;
        return whole.isBefore(tomorrow()) ? tomorrow() : whole;
    }

    /** When the day begins. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
