package dev.portico.pax8.licensing.selfservice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.selfservice.RuleFilter.Sort;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The grid of subscriptions with their rules: columns on wide screens, two-line items on narrow ones. */
final class RuleGrid {

    private final Messages messages;
    private final RuleWords words;
    private final Supplier<LicensingRules> inherited;
    private final Consumer<RuleRow> edit;
    private final Grid<RuleRow> grid = new Grid<>();
    private final Grid.Column<RuleRow> item;

    RuleGrid(Messages messages, Supplier<LicensingRules> inherited, Consumer<RuleRow> edit) {
        this.messages = messages;
        this.words = new RuleWords(messages);
        this.inherited = inherited;
        this.edit = edit;
        grid.addClassName("portico-grid");
        grid.addClassName("portico-rows-open");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setColumnReorderingAllowed(true);
        grid.addItemClickListener(click -> edit.accept(click.getItem()));
        item = grid.addComponentColumn(this::item).setHeader(messages.text("selfservice.subscription"));
        sortable(
                        grid.addComponentColumn(
                                row -> Pieces.twoLines(new Span(row.product()), Pieces.muted(row.vendor()))),
                        "selfservice.product",
                        Sort.PRODUCT)
                .setFlexGrow(5)
                .setWidth("12rem");
        sortable(grid.addColumn(RuleRow::company), "selfservice.company", Sort.COMPANY)
                .setFlexGrow(3)
                .setWidth("9rem");
        sortable(grid.addColumn(row -> Figures.count(row.seats())), "selfservice.seats", Sort.SEATS)
                .setFlexGrow(0)
                .setWidth("6rem")
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(row -> "portico-numeric");
        column(grid.addComponentColumn(this::allowed), "selfservice.allowed", "allowed", "8rem");
        column(grid.addComponentColumn(this::approval), "selfservice.approval", "approval", "9rem");
        column(grid.addComponentColumn(this::limits), "selfservice.limits", "limits", "9rem");
        grid.addComponentColumn(this::button)
                .setKey("edit")
                .setFlexGrow(0)
                .setWidth("4rem")
                .setTextAlign(ColumnTextAlign.END);
        compact(false);
    }

    Grid<RuleRow> content() {
        return grid;
    }

    void compact(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible((column == item) == narrow));
    }

    static Sort sort(List<QuerySortOrder> orders) {
        return orders.isEmpty() ? Sort.PRODUCT : Sort.valueOf(orders.getFirst().getSorted());
    }

    static boolean ascending(List<QuerySortOrder> orders) {
        return orders.isEmpty() || orders.getFirst().getDirection() == SortDirection.ASCENDING;
    }

    private Component item(RuleRow row) {
        Div first = Pieces.row("portico-item-line", new Span(row.product()), button(row));
        Div second = Pieces.row(
                "portico-item-line",
                Pieces.muted(row.company()),
                Pieces.muted(messages.text("selfservice.limits-of", words.limits(row.rule(), inherited.get()))),
                Pieces.muted(words.origin(!row.rule().equals(SubscriptionRule.INHERITED))));
        return Pieces.twoLines(first, second);
    }

    private Component allowed(RuleRow row) {
        return marked(
                words.allowed(row.rule(), inherited.get()), row.rule().allowed().isPresent());
    }

    private Component approval(RuleRow row) {
        return marked(
                messages.text(row.rule().approvalNeeded() ? "selfservice.approval.always" : "selfservice.approval.rules"),
                row.rule().approvalNeeded());
    }

    private Component limits(RuleRow row) {
        String range = words.limits(row.rule(), inherited.get());
        boolean own = row.rule().minSeats().isPresent() || row.rule().ownMax();
        return RuleWords.contradictory(row.rule(), inherited.get())
                ? Pieces.twoLines(
                        new Span(range), Pieces.badge(messages.text("selfservice.contradictory"), BadgeVariant.ERROR))
                : marked(range, own);
    }

    private Component marked(String value, boolean own) {
        return Pieces.twoLines(new Span(value), Pieces.muted(words.origin(own)));
    }

    private Component button(RuleRow row) {
        return Pieces.iconButton(
                VaadinIcon.PENCIL,
                messages.text("selfservice.edit", row.product(), row.company()),
                () -> edit.accept(row));
    }

    private void column(Grid.Column<RuleRow> column, String key, String name, String width) {
        column.setHeader(messages.text(key)).setKey(name).setFlexGrow(1).setWidth(width).setResizable(true);
    }

    private Grid.Column<RuleRow> sortable(Grid.Column<RuleRow> column, String key, Sort sort) {
        return column.setHeader(messages.text(key))
                .setKey(sort.name())
                .setSortProperty(sort.name())
                .setResizable(true);
    }
}
