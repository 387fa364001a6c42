package dev.portico.pax8.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A grid that is columns on wide screens and two-line items on narrow ones; the database sorts and pages.
 *
 * @param <T> a row
 */
public final class ListGrid<T> {

    /** why no component: a refresh replaces components, and a click on one that is just being replaced is lost. */
    private static final String OPENER =
            """
            <vaadin-button theme="tertiary icon" aria-label="${item.label}" @click="${open}">
                <vaadin-icon icon="vaadin:angle-right"></vaadin-icon>
                <vaadin-tooltip slot="tooltip" text="${item.label}"></vaadin-tooltip>
            </vaadin-button>""";

    private final Grid<T> grid = new Grid<>();
    private final Column<T> item;
    private final Set<Column<T>> always = new HashSet<>();
    private SerializableFunction<T, Component> actions = row -> new Span();

    /** A grid whose rows are items like this on narrow screens. */
    public ListGrid(String header, SerializableFunction<T, Component> content) {
        grid.addClassName("portico-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        item = grid.addColumn(new ComponentRenderer<>(row -> Pieces.row(
                        "portico-item", content.apply(row), actions.apply(row))))
                .setHeader(header);
        item.setVisible(false);
    }

    /** The grid itself. */
    public Grid<T> grid() {
        return grid;
    }

    /** A column of components. */
    public Column<T> column(String header, SerializableFunction<T, Component> content) {
        return grid.addColumn(new ComponentRenderer<>(content)).setHeader(header).setResizable(true);
    }

    /** A column of components that the database can sort. */
    public Column<T> column(String header, Enum<?> sort, SerializableFunction<T, Component> content) {
        return column(header, content).setKey(sort.name()).setSortProperty(sort.name());
    }

    /** A column of numbers that the database can sort. */
    public Column<T> numbers(String header, Enum<?> sort, SerializableFunction<T, String> content) {
        return grid.addColumn(content::apply)
                .setHeader(header)
                .setKey(sort.name())
                .setSortProperty(sort.name())
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(row -> "portico-numeric");
    }

    /** A column for what can be done with a row; narrow screens show it below the item. */
    public void actions(String width, SerializableFunction<T, Component> content) {
        actions = content;
        end(width, new ComponentRenderer<>(content));
    }

    /**
     * A column for the button that opens a row; narrow screens show it beside the item. Rows open by a click anywhere; the
     * button is the way for the keyboard.
     */
    public void opener(SerializableFunction<T, String> label, SerializableConsumer<T> open) {
        grid.addClassName("portico-rows-open");
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        always.add(end("4rem", LitRenderer.<T>of(OPENER).withProperty("label", label::apply).withFunction("open", open)));
    }

    /** Fills it from the database; rows keep their identity over a refresh by their id. */
    public void fill(Rows<T> rows, LongSupplier count, SerializableFunction<T, Object> id) {
        grid.setDataProvider(new CallbackDataProvider<T, Void>(
                query -> rows.page(sort(query), ascending(query), query.getOffset(), query.getLimit()).stream(),
                query -> (int) Math.min(count.getAsLong(), Integer.MAX_VALUE),
                id::apply));
        NarrowScreens.follow(grid, this::compact);
    }

    /** Reads what is shown again. */
    public void refresh() {
        grid.getDataProvider().refreshAll();
    }

    /** Shows rows as items, or as columns. */
    public void compact(boolean narrow) {
        grid.getColumns().stream()
                .filter(column -> !always.contains(column))
                .forEach(column -> column.setVisible((column == item) == narrow));
    }

    private Column<T> end(String width, Renderer<T> content) {
        return grid.addColumn(content)
                .setFlexGrow(0)
                .setWidth(width)
                .setTextAlign(ColumnTextAlign.END);
    }

    private static Optional<String> sort(Query<?, ?> query) {
        return query.getSortOrders().stream().findFirst().map(QuerySortOrder::getSorted);
    }

    private static boolean ascending(Query<?, ?> query) {
        return query.getSortOrders().stream()
                .findFirst()
                .map(order -> order.getDirection() == SortDirection.ASCENDING)
                .orElse(false);
    }

    /** Reads a part of the rows. */
    public interface Rows<T> {

        /**
         * One page.
         *
         * @param sort name of the column to sort by; empty for the list's own order
         */
        List<T> page(Optional<String> sort, boolean ascending, int offset, int limit);
    }
}
