package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.SeatChange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Chooses between as soon as possible and a day; a commitment that ends later suggests its end. */
final class WhenChoice {

    private static final String SOON = "soon";
    private static final String LATER = "later";

    private final RadioButtonGroup<String> when = new RadioButtonGroup<>();
    private final DayChoice day;
    private final Div content = new Div();
    private boolean chosenByUser;

    WhenChoice(Messages messages, Clock clock, Runnable changed) {
        day = new DayChoice(messages, clock);
        when.setLabel(messages.text("change.when"));
        when.setItems(SOON, LATER);
        when.setItemLabelGenerator(choice -> messages.text("change.when." + choice));
        when.setValue(SOON);
        when.addValueChangeListener(change -> {
            chosenByUser = chosenByUser || change.isFromClient();
            day.field().setVisible(isLater());
            changed.run();
        });
        day.field().setVisible(false);
        day.field().addValueChangeListener(change -> chosenByUser = chosenByUser || change.isFromClient());
        content.add(when, day.field());
        content.addClassName("portico-form");
    }

    Component content() {
        return content;
    }

    /** Suggests the first day on which it is possible, unless the user has chosen. */
    void suggest(SeatChange possibility) {
        LocalDate first = day.limit(possibility);
        if (!chosenByUser) {
            when.setValue(possibility instanceof SeatChange.NotBefore ? LATER : SOON);
            day.field().setValue(first);
        }
    }

    boolean isLater() {
        return LATER.equals(when.getValue());
    }

    /** Whether what is chosen can be sent; says at the field why not. */
    boolean check() {
        return !isLater() || day.check();
    }

    Optional<Instant> moment() {
        return isLater() ? Optional.of(day.moment()) : Optional.empty();
    }
}
