package dev.portico.sandbox.partner;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The four forms of dates that were seen in Pax8's answers. Which one a value gets depends on its object, so it never changes. */
final class Dates {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    // why: an offset without a colon, which RFC 3339 does not allow and Pax8 sends
    private static final DateTimeFormatter DENVER = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXX", Locale.ROOT).withZone(ZoneOffset.ofHours(-7));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter[] FORMS = {SECONDS, DAY, DENVER, MILLIS};

    private Dates() {
    }

    /** Writes a point in time in one of the four forms; null as null. */
    static void write(JsonGenerator body, String name, String ofObject, @Nullable Instant time) {
        if (time == null) {
            body.writeNullProperty(name);
        } else {
            body.writeStringProperty(name, FORMS[Math.floorMod(ofObject.hashCode() + name.length(), FORMS.length)].format(time));
        }
    }

    static void day(JsonGenerator body, String name, @Nullable LocalDate day) {
        if (day == null) {
            body.writeNullProperty(name);
        } else {
            body.writeStringProperty(name, day.toString());
        }
    }

    /** Midnight in milliseconds, the form in which commitments end. */
    static void midnight(JsonGenerator body, String name, LocalDate day) {
        body.writeStringProperty(name, day + "T00:00:00.000Z");
    }
}
