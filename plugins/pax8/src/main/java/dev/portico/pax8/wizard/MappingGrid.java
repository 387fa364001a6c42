package dev.portico.pax8.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
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
    private boolean ascending = true;

    MappingGrid(
            MappingService mappings, MappingRows rows, Messages messages, Supplier<MappingQuery> query) {
        this.messages = messages;
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("portico-mapping-grid");
        grid.addComponentColumn(rows::row).setKey("company").setHeader(header());
        grid.setDataProvider(DataProvider.fromCallbacks(
                wanted -> mappings
                        .page(sorted(query.get()), wanted.getOffset(), wanted.getLimit())
                        .stream(),
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

    private MappingQuery sorted(MappingQuery chosen) {
        return new MappingQuery(chosen.filter(), chosen.text(), chosen.sort(), ascending);
    }

    /** The column has three heads, and the first one sorts: a button does what the grid's own sorter cannot. */
    private Component header() {
        Button sort = new Button(messages.text("companies.column.pax8"), VaadinIcon.CARET_UP.create());
        sort.setIconAfterText(true);
        sort.addThemeVariants(ButtonVariant.TERTIARY);
        sort.setAriaLabel(messages.text("companies.column.sort"));
        sort.addClickListener(click -> {
            ascending = !ascending;
            sort.setIcon((ascending ? VaadinIcon.CARET_UP : VaadinIcon.CARET_DOWN).create());
            refresh();
        });
        return Pieces.row(
                "portico-mapping-row",
                sort,
                new Span(messages.text("companies.column.portal")),
                new Span(messages.text("companies.column.match")));
    }
}
