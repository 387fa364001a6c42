package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.requests.Preview;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
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
            boolean applies = outcome == Outcome.APPLIED;
            content.add(Pieces.row(
                    "portico-chips",
                    Pieces.badge(words.difference(preview.current(), wanted)),
                    Pieces.badge(
                            messages.text(applies ? "change.outcome.applied" : "change.outcome.held"),
                            applies ? BadgeVariant.SUCCESS : BadgeVariant.WARNING)));
            content.add(Pieces.muted(preview.reason()));
        }
        words.possibility(preview.possibility()).map(Paragraph::new).ifPresent(line -> {
            line.addClassName("portico-warning");
            content.add(line);
        });
        words.perMonth(preview.money(), preview.current(), wanted)
                .forEach(line -> content.add(Pieces.muted(line)));
    }
}
