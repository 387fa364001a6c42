package dev.portico.pax8.licensing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.SubscriptionTotals.Amount;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.util.List;
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
                List.of(Figures.count(totals.active())),
                messages.text("licensing.of-all", totals.all())));
        tiles.add(tile(
                messages.text("licensing.seats"),
                List.of(Figures.count(totals.seats())),
                messages.text("licensing.seats-note")));
        if (amounts) {
            tiles.add(cost(totals));
        }
    }

    private Div cost(SubscriptionTotals totals) {
        List<String> costs = totals.amounts().isEmpty()
                ? List.of("0")
                : totals.amounts().stream()
                        .map(amount -> Figures.amount(amount.monthlyCost(), amount.currency()))
                        .toList();
        String retail = totals.amounts().stream()
                .map(SummaryTiles::retail)
                .collect(Collectors.joining(" · "));
        String note = totals.withoutCost() > 0
                ? messages.text("licensing.without-cost", totals.withoutCost())
                : retail.isEmpty() ? messages.text("licensing.no-cost") : messages.text("licensing.retail", retail);
        return tile(messages.text("licensing.monthly-cost"), costs, note);
    }

    private static String retail(Amount amount) {
        return Figures.amount(amount.monthlyRetail(), amount.currency());
    }

    private static Div tile(String label, List<String> values, String note) {
        Div tile = new Div(Pieces.muted(label));
        for (String value : values) {
            Span figure = new Span(value);
            figure.addClassName("portico-tile-value");
            tile.add(figure);
        }
        tile.add(Pieces.muted(note));
        tile.addClassName("portico-tile");
        return tile;
    }
}
