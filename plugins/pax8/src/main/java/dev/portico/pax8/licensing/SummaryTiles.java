package dev.portico.pax8.licensing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.SubscriptionTotals.Amount;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures above the list, over everything that matches the filter. */
final class SummaryTiles {

    private final Messages messages;
    private final Div tiles = Pieces.row("portico-tiles");

    SummaryTiles(Messages messages) {
        this.messages = messages;
        tiles.getElement().setAttribute("role", "group");
        tiles.getElement().setAttribute("aria-label", messages.text("licensing.tiles"));
    }

    Div content() {
        return tiles;
    }

    void show(SubscriptionTotals totals, boolean amounts) {
        tiles.removeAll();
        tiles.add(tile(
                messages.text("licensing.active"),
                Figures.count(totals.active()),
                List.of(messages.text("licensing.of-all", totals.all()))));
        tiles.add(tile(
                messages.text("licensing.seats"),
                Figures.count(totals.seats()),
                List.of(messages.text("licensing.seats-note"))));
        if (amounts) {
            tiles.add(cost(totals));
        }
    }

    private Div cost(SubscriptionTotals totals) {
        List<Amount> amounts = totals.amounts();
        String label = messages.text("licensing.monthly-cost");
        if (amounts.isEmpty()) {
            return tile(label, "0", List.of(messages.text("licensing.no-cost")));
        }
        List<String> notes = new ArrayList<>();
        if (amounts.size() > 1) {
            notes.add(messages.text("licensing.and-cost", joined(amounts.subList(1, amounts.size()), Amount::monthlyCost)));
        }
        notes.add(messages.text("licensing.retail", joined(amounts, Amount::monthlyRetail)));
        if (totals.withoutCost() > 0) {
            notes.add(messages.text("licensing.without-cost", totals.withoutCost()));
        }
        Amount first = amounts.getFirst();
        return tile(label, text(first.monthlyCost(), first.currency()), notes);
    }

    private String joined(List<Amount> amounts, Function<Amount, BigDecimal> part) {
        return amounts.stream()
                .map(amount -> text(part.apply(amount), amount.currency()))
                .collect(Collectors.joining(" · "));
    }

    private String text(BigDecimal amount, String currency) {
        String text = Figures.amount(amount, currency);
        return currency.isEmpty() ? messages.text("licensing.no-currency", text) : text;
    }

    private static Div tile(String label, String value, List<String> notes) {
        Span figure = new Span(value);
        figure.addClassName("portico-tile-value");
        Div tile = new Div(Pieces.muted(label), figure);
        notes.forEach(note -> tile.add(Pieces.muted(note)));
        tile.addClassName("portico-tile");
        return tile;
    }
}
