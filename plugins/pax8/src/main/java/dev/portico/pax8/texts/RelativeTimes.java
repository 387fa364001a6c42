package dev.portico.pax8.texts;

import com.vaadin.flow.component.UI;
import dev.portico.api.host.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as people say them: "4 minutes ago", and the exact time for those who hover. */
public final class RelativeTimes {

    private final Messages messages;
    private final Clock clock;

    public RelativeTimes(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** How long ago, or in how long, such as "4 minutes ago" or "in 2 hours". */
    public String of(Instant time) {
        Duration distance = Duration.between(time, clock.instant());
        String direction = distance.isNegative() ? "time.in." : "time.ago.";
        Duration length = distance.abs();
        if (length.toSeconds() < 45) {
            return messages.text(direction + "moment");
        }
        if (length.toMinutes() < 60) {
            return messages.text(direction + "minutes", Math.max(1, length.toMinutes()));
        }
        if (length.toHours() < 24) {
            return messages.text(direction + "hours", length.toHours());
        }
        return messages.text(direction + "days", length.toDays());
    }

    /** The date and time in the portal's time zone. */
    public String exact(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(clock.getZone())
                .format(time);
    }

    /** The date in the portal's time zone. */
    public String date(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .withZone(clock.getZone())
                .format(time);
    }

    static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}
