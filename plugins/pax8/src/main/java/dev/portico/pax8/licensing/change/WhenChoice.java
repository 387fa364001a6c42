package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.SeatChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Chooses between as soon as possible and a day; a commitment that ends later suggests its end. */
final class WhenChoice {

    private static final String SOON = "soon";
    private static final String LATER = "later";

    private final Messages messages;
    private final Days days;
    private final RadioButtonGroup<String> when = new RadioButtonGroup<>();
    private final DatePicker day = new DatePicker();
    private final Div content = new Div(when, day);
    private boolean chosenByUser;

    WhenChoice(Messages messages, Days days, Runnable changed) {
        this.messages = messages;
        this.days = days;
        when.setLabel(messages.text("change.when"));
        when.setItems(SOON, LATER);
        when.setItemLabelGenerator(choice -> messages.text("change.when." + choice));
        when.setValue(SOON);
        when.addValueChangeListener(change -> {
            chosenByUser = chosenByUser || change.isFromClient();
            day.setVisible(LATER.equals(change.getValue()));
            changed.run();
        });
        day.setLabel(messages.text("change.when.day"));
        day.setManualValidation(true);
        day.setMin(days.tomorrow());
        day.setVisible(false);
        day.addValueChangeListener(change -> day.setInvalid(false));
        content.addClassName("portico-form");
    }

    Component content() {
        return content;
    }

    /** Suggests the first day on which it is possible, unless the user has chosen. */
    void suggest(SeatChange possibility) {
        LocalDate first = possibility instanceof SeatChange.NotBefore(Instant start) ? days.from(start) : days.tomorrow();
        day.setMin(first);
        if (!chosenByUser) {
            when.setValue(possibility instanceof SeatChange.NotBefore ? LATER : SOON);
            day.setValue(first);
        }
    }

    boolean isLater() {
        return LATER.equals(when.getValue());
    }

    /** Whether what is chosen can be sent; says at the field why not. */
    boolean check() {
        LocalDate chosen = day.getValue();
        if (!isLater() || chosen != null && !chosen.isBefore(day.getMin())) {
            return true;
        }
        day.setErrorMessage(messages.text("change.when.too-early", day.getMin()));
        day.setInvalid(true);
        day.focus();
        return false;
    }

    Optional<Instant> moment() {
        return isLater() ? Optional.of(days.start(day.getValue())) : Optional.empty();
    }
}
