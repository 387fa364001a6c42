package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.requests.Preview;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.look.Pieces;

/** What is expected of a change while it is typed; read out politely as it changes. */
final class Forecast {

    private final ChangeWords words;
    private final Messages messages;
    private final Div content = new Div();

    Forecast(ChangeWords words, Messages messages) {
        this.words = words;
        this.messages = messages;
        content.addClassName("portico-forecast");
        content.getElement().setAttribute("aria-live", "polite");
    }

    Component content() {
        return content;
    }

    void clear() {
        content.removeAll();
    }

    void show(Preview preview, long wanted) {
        clear();
        if (wanted == preview.current()) {
            return;
        }
        Outcome outcome = preview.decision().outcome();
        if (outcome != Outcome.REFUSED) {
            content.add(Pieces.row(
                    "portico-chips",
                    Pieces.badge(words.difference(preview.current(), wanted)),
                    outcome(preview)));
            content.add(Pieces.muted(preview.reason()));
        }
        words.possibility(preview.possibility()).map(Pieces::warning).ifPresent(content::add);
        words.perMonth(preview.money(), preview.current(), wanted)
                .forEach(line -> content.add(Pieces.muted(line)));
    }

    private Badge outcome(Preview preview) {
        if (preview.possibility() instanceof SeatChange.Never) {
            return Pieces.badge(messages.text("change.outcome.never"), BadgeVariant.ERROR);
        }
        if (preview.decision().outcome() == Outcome.HELD) {
            return Pieces.badge(messages.text("change.outcome.held"), BadgeVariant.WARNING);
        }
        return preview.possibility().possibleNow()
                ? Pieces.badge(messages.text("change.outcome.applied"), BadgeVariant.SUCCESS)
                : Pieces.badge(messages.text("change.outcome.later"));
    }
}
