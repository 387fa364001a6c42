package dev.portico.pax8.licensing.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.catalog.CatalogFilter.Sort;
import dev.portico.pax8.look.NarrowScreens;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The grid of products: columns on wide screens, two-line items on narrow ones. */
final class CatalogGrid {

    private final Messages messages;
    private final Actions actions;
    private final Grid<CatalogProduct> grid = new Grid<>();
    private final Grid.Column<CatalogProduct> item;
    private Optional<Focus> focus = Optional.empty();

    CatalogGrid(Messages messages, Actions actions) {
        this.messages = messages;
        this.actions = actions;
        grid.addClassName("portico-grid");
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setColumnReorderingAllowed(true);
        item = grid.addComponentColumn(this::item).setHeader(messages.text("catalog.name"));
        sortable(grid.addColumn(CatalogProduct::name), "catalog.name", Sort.NAME).setFlexGrow(5).setWidth("12rem");
        sortable(grid.addColumn(CatalogProduct::vendor), "catalog.vendor", Sort.VENDOR).setFlexGrow(2).setWidth("8rem");
        sortable(grid.addComponentColumn(this::category), "catalog.category", Sort.CATEGORY)
                .setFlexGrow(2)
                .setWidth("10rem");
        sortable(grid.addColumn(this::price), "catalog.price", Sort.PRICE)
                .setFlexGrow(0)
                .setWidth("10rem")
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(product -> "portico-numeric");
        sortable(grid.addComponentColumn(this::visible), "catalog.visible", Sort.VISIBLE)
                .setFlexGrow(0)
                .setWidth("7rem");
        sortable(grid.addComponentColumn(this::featured), "catalog.featured", Sort.FEATURED)
                .setFlexGrow(0)
                .setWidth("7.5rem");
        compact(false);
        NarrowScreens.follow(grid, this::compact);
    }

    /** What rows ask for. */
    interface Actions {

        /** Does it at once and returns how the product stands then. */
        CatalogProduct apply(CatalogAction action, CatalogProduct product);

        /** Asks for the product's category. */
        void editCategory(CatalogProduct product);
    }

    Grid<CatalogProduct> content() {
        return grid;
    }

    Set<UUID> selected() {
        return grid.getSelectedItems().stream().map(CatalogProduct::id).collect(Collectors.toSet());
    }

    void compact(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible((column == item) == narrow));
    }

    static Sort sort(List<QuerySortOrder> orders) {
        return orders.isEmpty() ? Sort.NAME : Sort.valueOf(orders.getFirst().getSorted());
    }

    static boolean ascending(List<QuerySortOrder> orders) {
        return orders.isEmpty() || orders.getFirst().getDirection() == SortDirection.ASCENDING;
    }

    private Component item(CatalogProduct product) {
        Div first = Pieces.row("portico-item-line", new Span(product.name()), visible(product));
        Div second = Pieces.row(
                "portico-item-line",
                Pieces.muted(product.vendor()),
                category(product),
                Pieces.muted(price(product)),
                featured(product));
        return Pieces.twoLines(first, second);
    }

    private Component category(CatalogProduct product) {
        Button edit = Pieces.iconButton(
                VaadinIcon.PENCIL,
                messages.text("catalog.category.edit", product.name()),
                () -> actions.editCategory(product));
        edit.addThemeVariants(ButtonVariant.SMALL);
        return Pieces.row("portico-item-line", new Span(product.category()), edit);
    }

    private String price(CatalogProduct product) {
        return product.price()
                .map(price -> messages.text("catalog.price.of", Figures.amount(price.amount(), ""), price.billingTerm()))
                .orElse("–");
    }

    private Component visible(CatalogProduct product) {
        Checkbox shown = new Checkbox(product.visible());
        shown.addClassName("portico-switch");
        shown.setAriaLabel(messages.text("catalog.visible.of", product.name()));
        shown.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                act(change.getValue() ? CatalogAction.SHOW : CatalogAction.HIDE, product, Sort.VISIBLE);
            }
        });
        return focused(shown, product, Sort.VISIBLE);
    }

    private Component featured(CatalogProduct product) {
        Button star = new Button((product.featured() ? VaadinIcon.STAR : VaadinIcon.STAR_O).create());
        star.addThemeVariants(ButtonVariant.TERTIARY);
        star.setAriaLabel(messages.text("catalog.featured.of", product.name()));
        star.getElement().setAttribute("aria-pressed", String.valueOf(product.featured()));
        star.setEnabled(product.visible());
        star.setTooltipText(messages.text(product.visible() ? "catalog.featured.hint" : "catalog.featured.hidden"));
        star.addClickListener(click -> act(
                product.featured() ? CatalogAction.UNFEATURE : CatalogAction.FEATURE, product, Sort.FEATURED));
        return focused(star, product, Sort.FEATURED);
    }

    /** The row is drawn anew, and its new control gets the focus that the old one had. */
    private void act(CatalogAction action, CatalogProduct product, Sort control) {
        focus = Optional.of(new Focus(product.id(), control));
        grid.getDataProvider().refreshItem(actions.apply(action, product));
    }

    private <C extends Component & Focusable<C>> C focused(C control, CatalogProduct product, Sort kind) {
        if (focus.filter(new Focus(product.id(), kind)::equals).isPresent()) {
            focus = Optional.empty();
            control.focus();
        }
        return control;
    }

    private Grid.Column<CatalogProduct> sortable(Grid.Column<CatalogProduct> column, String key, Sort sort) {
        return column.setHeader(messages.text(key))
                .setKey(sort.name())
                .setSortProperty(sort.name())
                .setResizable(true);
    }

    private record Focus(UUID product, Sort control) {}
}
