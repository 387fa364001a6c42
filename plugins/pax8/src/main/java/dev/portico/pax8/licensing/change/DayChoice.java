package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.datepicker.DatePicker;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.texts.Days;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Chooses the day of a change, in the portal's time zone. Ends of commitments are days in UTC: on such a day a change
 * waits until the commitment has ended.
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
        Instant start = field.getValue().atStartOfDay(clock.getZone()).toInstant();
        return start.isBefore(earliest) ? earliest : start;
    }

    private LocalDate tomorrow() {
        return LocalDate.now(clock).plusDays(1);
    }
}
