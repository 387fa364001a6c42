package dev.portico.pax8.licensing;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.SubscriptionRow.Amounts;
import dev.portico.pax8.licensing.words.TermWords;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Days;
import dev.portico.pax8.texts.Figures;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the grid of subscriptions: columns on wide screens, two-line items on narrow ones. */
final class SubscriptionGrid {

    private final Messages messages;
    private final TermWords words;
    private final Clock clock;
    private final Grid<SubscriptionRow> grid = new Grid<>();
    private final Grid.Column<SubscriptionRow> item;
    private final Set<String> hidden = new HashSet<>();
    private boolean narrow;

    SubscriptionGrid(Messages messages, TermWords words, Clock clock, boolean amounts) {
        this.messages = messages;
        this.words = words;
        this.clock = clock;
        grid.addClassNames("portico-grid", "portico-rows-open");
        // why selecting instead of clicking: a row is selected by the space bar too
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.setPartNameGenerator(row -> row.ended() ? "portico-ended" : null);
        grid.setColumnReorderingAllowed(true);
        item = grid.addComponentColumn(this::item).setHeader(messages.text("licensing.title"));
        item.setVisible(false);
        sortable(grid.addComponentColumn(row -> Pieces.twoLines(new Span(row.product()), Pieces.muted(row.vendor()))),
                "licensing.product", SubscriptionSort.PRODUCT).setFlexGrow(6).setWidth("11rem");
        sortable(grid.addColumn(SubscriptionRow::company), "licensing.company", SubscriptionSort.COMPANY).setFlexGrow(3).setWidth("9rem");
        number(grid.addColumn(row -> Figures.count(row.seats())), "licensing.seats", SubscriptionSort.SEATS, "6rem");
        sortable(grid.addComponentColumn(row -> StatusBadge.of(row.status(), messages)), "licensing.status", SubscriptionSort.STATUS)
                .setFlexGrow(0)
                .setWidth("8rem");
        sortable(grid.addColumn(this::term), "licensing.term", SubscriptionSort.TERM)
                .setFlexGrow(1)
                .setWidth("6.5rem")
                .setTooltipGenerator(this::term);
        sortable(grid.addColumn(row -> row.commitmentEnd().map(end -> Days.of(end, clock.instant())).orElse("")),
                "licensing.commitment-end", SubscriptionSort.COMMITMENT_END).setFlexGrow(0).setWidth("10.5rem");
        if (amounts) {
            number(grid.addColumn(row -> row.amounts().map(this::cost).orElse("")), "licensing.cost", SubscriptionSort.COST, "8.5rem");
        }
    }

    Grid<SubscriptionRow> content() {
        return grid;
    }

    /** Shows rows as items, or as columns. */
    void compact(boolean isNarrow) {
        narrow = isNarrow;
        showColumns();
    }

    /** Columns that can be chosen, in their present order. */
    List<Grid.Column<SubscriptionRow>> columns() {
        return grid.getColumns().stream().filter(column -> column != item).toList();
    }

    boolean isHidden(Grid.Column<SubscriptionRow> column) {
        return hidden.contains(column.getKey());
    }

    void hide(Grid.Column<SubscriptionRow> column, boolean hide) {
        if (hide) {
            hidden.add(column.getKey());
        } else {
            hidden.remove(column.getKey());
        }
        showColumns();
    }

    /** Shows these columns in this order; keys that are not known are left out, and nothing changes if none is. */
    void arrange(List<String> keys) {
        List<Grid.Column<SubscriptionRow>> chosen = keys.stream()
                .distinct()
                .flatMap(key -> columns().stream().filter(column -> column.getKey().equals(key)))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        List<Grid.Column<SubscriptionRow>> others =
                columns().stream().filter(column -> !chosen.contains(column)).toList();
        List<Grid.Column<SubscriptionRow>> order = new ArrayList<>(List.of(item));
        order.addAll(chosen);
        order.addAll(others);
        grid.setColumnOrder(order);
        others.forEach(column -> hidden.add(column.getKey()));
        showColumns();
    }

    private void showColumns() {
        item.setVisible(narrow);
        columns().forEach(column -> column.setVisible(!narrow && !isHidden(column)));
    }

    /** What a query is to be sorted by; the product if nothing was chosen. */
    static SubscriptionSort sort(List<QuerySortOrder> orders) {
        return orders.isEmpty() ? SubscriptionSort.PRODUCT : SubscriptionSort.valueOf(orders.getFirst().getSorted());
    }

    static boolean ascending(List<QuerySortOrder> orders) {
        return orders.isEmpty() || orders.getFirst().getDirection() == SortDirection.ASCENDING;
    }

    private String term(SubscriptionRow row) {
        return words.terms(row.commitmentTerm(), row.billingTerm());
    }

    private Div item(SubscriptionRow row) {
        Div first = Pieces.row(
                "portico-item-line", new Span(row.product()), new Span(messages.text("licensing.seats-of", row.seats())));
        Div second = Pieces.row(
                "portico-item-line", Pieces.muted(row.company()), StatusBadge.of(row.status(), messages));
        row.amounts().ifPresent(amounts -> second.addComponentAtIndex(1, Pieces.muted(cost(amounts))));
        return Pieces.twoLines(first, second);
    }

    private String cost(Amounts amounts) {
        Optional<BigDecimal> cost = amounts.monthlyCost();
        return cost.map(amount -> Figures.amount(amount, amounts.currency()))
                .orElseGet(() -> messages.text("licensing.cost-unknown"));
    }

    private void number(Grid.Column<SubscriptionRow> column, String key, SubscriptionSort sort, String width) {
        sortable(column, key, sort)
                .setFlexGrow(0)
                .setWidth(width)
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(row -> "portico-numeric");
    }

    private Grid.Column<SubscriptionRow> sortable(Grid.Column<SubscriptionRow> column, String key, SubscriptionSort sort) {
        return column.setHeader(messages.text(key))
                .setKey(sort.name())
                .setSortProperty(sort.name())
                .setResizable(true);
    }
}
