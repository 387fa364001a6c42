package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import dev.portico.host.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as people say them, with the exact one on hover. */
@org.springframework.stereotype.Component
public class Moments {

    private static final Texts TEXTS = Texts.of("shell");
    private static final Duration LONG_AGO = Duration.ofDays(30);

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /** Such as "4 minutes ago"; a date if it is long ago. */
    public String ago(Instant at) {
        Duration since = Duration.between(at, clock.instant());
        if (since.compareTo(Duration.ofMinutes(1)) < 0) {
            return TEXTS.text("ago.now");
        } else if (since.compareTo(Duration.ofHours(1)) < 0) {
            return TEXTS.text("ago.minutes", since.toMinutes());
        } else if (since.compareTo(Duration.ofDays(1)) < 0) {
            return TEXTS.text("ago.hours", since.toHours());
        } else if (since.compareTo(LONG_AGO) < 0) {
            return TEXTS.text("ago.days", since.toDays());
        }
        return day(at);
    }

    /** The date in the time zone of the window. */
    public String day(Instant at) {
        return format(at, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** Date and time in the time zone of the window. */
    public String exact(Instant at) {
        return format(at, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM));
    }

    /** Has a component say how long ago something was, with the exact time on hover. */
    public <C extends Component & HasText> C show(C shown, Instant at) {
        shown.setText(ago(at));
        return title(shown, at);
    }

    /** Puts the exact time on hover of a component that says the relative one itself. */
    public <C extends Component> C title(C shown, Instant at) {
        shown.getElement().setAttribute("title", exact(at));
        return shown;
    }

    private static String format(Instant at, DateTimeFormatter formatter) {
        UI ui = UI.getCurrent();
        Locale locale = ui == null ? Locale.ENGLISH : ui.getLocale();
        return formatter.withLocale(locale).withZone(zone(ui)).format(at);
    }

    private static ZoneId zone(@org.jspecify.annotations.Nullable UI ui) {
        ExtendedClientDetails browser = ui == null ? null : ui.getPage().getExtendedClientDetails();
        String id = browser == null ? null : browser.getTimeZoneId();
        return id == null || !ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.systemDefault() : ZoneId.of(id);
    }
}
