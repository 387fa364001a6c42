package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.catalog.ClientCatalog;
import dev.portico.pax8.licensing.catalog.ClientFilter;
import dev.portico.pax8.licensing.catalog.ClientProduct;
import dev.portico.pax8.look.ListGrid;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One visit to the catalog. */
final class MyCatalogPage {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Mine mine;
    private final ScreenContext context;
    private final TextField search;
    private final ComboBox<String> vendor = new ComboBox<>();
    private final ComboBox<String> category = new ComboBox<>();
    private final Button clear = new Button();
    private final Span matches = Pieces.status();
    private final Div empty = new Div();
    private final ListGrid<ClientProduct> list;
    private final Div content = new Div();
    private Set<UUID> askedFor;
    private boolean settling;

    MyCatalogPage(Mine mine, ScreenContext context) {
        this.mine = mine;
        this.context = context;
        askedFor = mine.products().askedFor();
        search = Pieces.search(mine.text("my.catalog.search"));
        search.setValue(context.parameter("search").orElse(""));
        ClientCatalog.Choices choices = mine.catalog().choices();
        configure(vendor, "vendor", choices.vendors());
        configure(category, "category", choices.categories());
        search.addValueChangeListener(change -> filterChanged());
        clear.setText(mine.text("my.clear"));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> clear());
        list = new ListGrid<>(mine.text("my.catalog.title"), this::item);
        configureColumns();
        list.fill(
                (sort, ascending, offset, limit) -> mine.catalog().page(filter(), offset, limit),
                () -> mine.catalog().count(filter()),
                ClientProduct::id);
        content.add(Pieces.row("portico-toolbar", search, vendor, category, clear, matches), list.grid(), empty);
        content.addClassName("portico-list");
        context.subtitle(mine.text("my.catalog.subtitle"));
        refresh();
        context.every(LOOK_AGAIN, this::lookAgain);
    }

    Component content() {
        return content;
    }

    private void configure(ComboBox<String> choice, String name, List<String> values) {
        choice.setPlaceholder(mine.text("my." + name));
        choice.setAriaLabel(mine.text("my." + name));
        choice.setClearButtonVisible(true);
        choice.setItems(values);
        choice.setVisible(!values.isEmpty());
        context.parameter(name).filter(values::contains).ifPresent(choice::setValue);
        choice.addValueChangeListener(change -> filterChanged());
    }

    private void configureColumns() {
        list.column(mine.text("my.product"), product -> Pieces.twoLines(name(product), Pieces.muted(product.vendor())))
                .setFlexGrow(3)
                .setWidth("12rem");
        list.column(mine.text("my.description"), product -> {
                    Span words = new Span(product.description());
                    words.setTitle(product.description());
                    return words;
                })
                .setFlexGrow(4)
                .setWidth("12rem");
        if (category.isVisible()) {
            list.column(mine.text("my.category"), product -> new Span(product.category()))
                    .setFlexGrow(1)
                    .setWidth("8rem");
        }
        if (mine.showsPrices()) {
            list.column(mine.text("my.seat-price"), product -> new Span(price(product))).setFlexGrow(1).setWidth("9rem");
        }
        list.actions("12rem", this::action);
    }

    private Component name(ClientProduct product) {
        Span name = new Span(product.name());
        return product.featured()
                ? Pieces.row("portico-chips", name, Pieces.badge(mine.text("my.featured"), BadgeVariant.SUCCESS))
                : name;
    }

    private Component item(ClientProduct product) {
        Div second = Pieces.row("portico-item-line", Pieces.muted(product.vendor()));
        if (mine.showsPrices()) {
            second.add(Pieces.muted(price(product)));
        }
        return Pieces.twoLines(name(product), second);
    }

    private String price(ClientProduct product) {
        return product.price()
                .map(price -> mine.text("my.seat-price.of", Figures.amount(price.amount(), ""), price.billingTerm()))
                .orElse("");
    }

    private Component action(ClientProduct product) {
        if (askedFor.contains(product.id())) {
            return Pieces.badge(mine.text("my.asked-for"), BadgeVariant.WARNING);
        }
        if (!mine.products().mayAsk()) {
            return new Span();
        }
        Button ask = new Button(mine.text("my.ask"), click -> mine.productScreens()
                .ask(product, content, context, this::refresh));
        ask.setAriaLabel(mine.text("my.ask-of", product.name()));
        return ask;
    }

    private ClientFilter filter() {
        return new ClientFilter(search.getValue(), vendor.getOptionalValue(), category.getOptionalValue());
    }

    private void clear() {
        settling = true;
        search.clear();
        vendor.clear();
        category.clear();
        settling = false;
        filterChanged();
    }

    private void filterChanged() {
        if (settling) {
            return;
        }
        context.rememberParameter("search", Optional.of(search.getValue()));
        context.rememberParameter("vendor", vendor.getOptionalValue());
        context.rememberParameter("category", category.getOptionalValue());
        refresh();
    }

    /** Follows answers of the MSP, and products that it shows or hides. */
    private void lookAgain() {
        if (!askedFor.equals(mine.products().askedFor())
                || !matches.getText().equals(matching(mine.catalog().count(filter())))) {
            refresh();
        }
    }

    private void refresh() {
        askedFor = mine.products().askedFor();
        long count = mine.catalog().count(filter());
        matches.setText(matching(count));
        clear.setVisible(!filter().isEmpty());
        list.refresh();
        list.grid().setVisible(count > 0);
        empty.removeAll();
        if (count == 0 && filter().isEmpty()) {
            empty.add(Pieces.emptyState(
                    VaadinIcon.STORAGE, mine.text("my.catalog.none.title"), mine.text("my.catalog.none.text")));
        } else if (count == 0) {
            empty.add(Pieces.emptyState(
                    VaadinIcon.STORAGE,
                    mine.text("my.catalog.no-match.title"),
                    mine.text("my.catalog.no-match.text"),
                    new Button(mine.text("my.clear"), click -> clear())));
        }
    }

    private String matching(long count) {
        return mine.text("my.catalog.matches", count);
    }
}
