package dev.portico.pax8.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import dev.portico.api.host.Messages;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.mapping.MappingCounts;
import dev.portico.pax8.mapping.MappingQuery;
import dev.portico.pax8.mapping.MappingRow;
import dev.portico.pax8.mapping.MappingService;
import java.util.function.Supplier;

/**
 * The list of Pax8 companies, read from the database as it is scrolled. It has one column, whose parts stand beside
 * each other where there is room.
 */
final class MappingGrid {

    private final Messages messages;
    private final Grid<MappingRow> grid = new Grid<>();
    private final Div empty = new Div();
    private final Div content = new Div(grid, empty);

    MappingGrid(
            MappingService mappings, MappingRows rows, Messages messages, Supplier<MappingQuery> query) {
        this.messages = messages;
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("portico-mapping-grid");
        grid.addComponentColumn(rows::row).setKey("company").setHeader(header()).setSortProperty("name");
        grid.setDataProvider(DataProvider.fromCallbacks(
                wanted -> {
                    boolean descending = wanted.getSortOrders().stream()
                            .anyMatch(order -> order.getDirection() == SortDirection.DESCENDING);
                    MappingQuery chosen = query.get();
                    MappingQuery sorted =
                            new MappingQuery(chosen.filter(), chosen.text(), chosen.sort(), !descending);
                    return mappings.page(sorted, wanted.getOffset(), wanted.getLimit()).stream();
                },
                wanted -> (int) mappings.count(query.get())));
        content.addClassName("portico-list");
    }

    Component content() {
        return content;
    }

    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    /** Shows the list, or why it is empty. */
    void show(MappingCounts counts, boolean nothingSynced, boolean syncing) {
        empty.removeAll();
        grid.setVisible(counts.all() > 0);
        if (counts.all() == 0) {
            String reason = !nothingSynced ? "no-match" : syncing ? "arriving" : "none";
            empty.add(Pieces.emptyState(
                    VaadinIcon.BUILDING_O,
                    messages.text("companies." + reason + ".title"),
                    messages.text("companies." + reason + ".text")));
        }
    }

    private Component header() {
        return Pieces.row(
                "portico-mapping-row",
                new Span(messages.text("companies.column.pax8")),
                new Span(messages.text("companies.column.portal")),
                new Span(messages.text("companies.column.match")));
    }
}
