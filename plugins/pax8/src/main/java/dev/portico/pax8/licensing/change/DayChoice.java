package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.datepicker.DatePicker;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.texts.Days;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Chooses the day of a change. Ends of commitments are days in UTC, the user's days are those of the portal's time zone:
 * the moment is one that lies on the chosen day in both.
 */
public final class DayChoice {

    private final Messages messages;
    private final Clock clock;
    private final DatePicker field = new DatePicker();
    private Instant earliest;

    public DayChoice(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        earliest = clock.instant();
        field.setLabel(messages.text("change.when.day"));
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(true);
        field.setMin(tomorrow());
        field.addValueChangeListener(change -> field.setInvalid(false));
    }

    /** The field, for a page. */
    public DatePicker field() {
        return field;
    }

    /** Limits the choice to days on which the change is possible, and says the first of them. */
    public LocalDate limit(SeatChange possibility) {
        earliest = possibility instanceof SeatChange.NotBefore(Instant start) ? start : clock.instant();
        LocalDate first = possibility instanceof SeatChange.NotBefore(Instant start) ? Days.day(start) : tomorrow();
        LocalDate allowed = first.isBefore(tomorrow()) ? tomorrow() : first;
        field.setMin(allowed);
        return allowed;
    }

    /** Whether what is chosen is possible; says at the field why not. */
    public boolean check() {
        LocalDate chosen = field.getValue();
        if (chosen != null && !chosen.isBefore(field.getMin())) {
            return true;
        }
        field.setErrorMessage(
                messages.text("change.when.too-early", Days.of(field.getMin(), LocalDate.now(clock))));
        field.setInvalid(true);
        field.focus();
        return false;
    }

    /** The moment that the chosen day stands for. */
    public Instant moment() {
        LocalDate day = field.getValue();
        return Stream.of(
                        day.atStartOfDay(clock.getZone()).toInstant(),
                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        earliest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private LocalDate tomorrow() {
        return LocalDate.now(clock).plusDays(1);
    }
}
