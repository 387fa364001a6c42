package dev.portico.pax8.licensing;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.SubscriptionRow.Amounts;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import dev.portico.pax8.texts.RelativeTimes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the grid of subscriptions: columns on wide screens, two-line items on narrow ones. */
final class SubscriptionGrid {

    private final Messages messages;
    private final RelativeTimes times;
    private final Grid<SubscriptionRow> grid = new Grid<>();
    private final Grid.Column<SubscriptionRow> item;

    SubscriptionGrid(Messages messages, RelativeTimes times, boolean amounts) {
        this.messages = messages;
        this.times = times;
        grid.addClassName("portico-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
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
        sortable(grid.addColumn(row -> row.commitmentEnd().map(times::date).orElse("")),
                "licensing.commitment-end", SubscriptionSort.COMMITMENT_END).setFlexGrow(0).setWidth("10.5rem");
        if (amounts) {
            number(grid.addColumn(row -> row.amounts().map(this::cost).orElse("")), "licensing.cost", SubscriptionSort.COST, "8.5rem");
        }
    }

    Grid<SubscriptionRow> content() {
        return grid;
    }

    void compact(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible((column == item) == narrow));
    }

    /** What a query is to be sorted by; the product if nothing was chosen. */
    static SubscriptionSort sort(List<QuerySortOrder> orders) {
        return orders.isEmpty() ? SubscriptionSort.PRODUCT : SubscriptionSort.valueOf(orders.getFirst().getSorted());
    }

    static boolean ascending(List<QuerySortOrder> orders) {
        return orders.isEmpty() || orders.getFirst().getDirection() == SortDirection.ASCENDING;
    }

    /** A sentence about what a subscription is paid for. */
    String term(SubscriptionRow row) {
        String billed = BillingTerm.of(row.billingTerm())
                .map(term -> messages.text("term." + term.name().toLowerCase(Locale.ROOT)))
                .orElse(row.billingTerm());
        return row.commitmentTerm().isEmpty() || row.commitmentTerm().equalsIgnoreCase(row.billingTerm())
                ? billed
                : messages.text("term.committed", row.commitmentTerm(), billed);
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
