package dev.portico.pax8.licensing.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.look.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Search and filters over the products; they stand in the address. */
final class CatalogToolbar {

    /** Stands for products without a category. */
    private static final String NO_CATEGORY = "";

    private final CatalogService catalog;
    private final Messages messages;
    private final ScreenContext context;
    private final Runnable changed;
    private final TextField search;
    private final ComboBox<String> vendor = new ComboBox<>();
    private final ComboBox<String> category = new ComboBox<>();
    private final ComboBox<Boolean> visible = new ComboBox<>();
    private final Button clear = new Button();
    private final Span matches = Pieces.status();
    private final Div content;
    private boolean settling = true;

    CatalogToolbar(CatalogService catalog, Messages messages, ScreenContext context, Runnable changed) {
        this.catalog = catalog;
        this.messages = messages;
        this.context = context;
        this.changed = changed;
        search = Pieces.search(messages.text("catalog.search"));
        search.addValueChangeListener(change -> filterChanged());
        configure(vendor, "catalog.vendor");
        configure(category, "catalog.category");
        configure(visible, "catalog.visibility");
        vendor.setItems(catalog.vendors());
        category.setItemLabelGenerator(name -> name.isEmpty() ? messages.text("catalog.no-category") : name);
        choicesChanged();
        visible.setItems(true, false);
        visible.setItemLabelGenerator(shown -> messages.text(shown ? "catalog.visible" : "catalog.hidden"));
        fromAddress();
        clear.setText(messages.text("catalog.clear-filters"));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> clear());
        content = Pieces.row("portico-toolbar", search, vendor, category, visible, clear, matches);
        settling = false;
    }

    Component content() {
        return content;
    }

    CatalogFilter filter() {
        return new CatalogFilter(
                search.getValue(),
                vendor.getOptionalValue(),
                category.getOptionalValue(),
                visible.getOptionalValue());
    }

    void show(long matching) {
        matches.setText(messages.text("catalog.products", matching));
        clear.setVisible(!filter().isEmpty());
    }

    /** Reads the categories again and keeps what is chosen. */
    void choicesChanged() {
        List<String> choices = new ArrayList<>(List.of(NO_CATEGORY));
        choices.addAll(catalog.categories());
        Optional<String> chosen = category.getOptionalValue().filter(choices::contains);
        boolean before = settling;
        settling = true;
        category.setItems(choices);
        chosen.ifPresent(category::setValue);
        settling = before;
    }

    private void configure(ComboBox<?> choice, String key) {
        choice.setPlaceholder(messages.text(key));
        choice.setAriaLabel(messages.text(key));
        choice.setClearButtonVisible(true);
        choice.addValueChangeListener(change -> filterChanged());
    }

    private void fromAddress() {
        search.setValue(context.parameter("product").orElse(""));
        context.parameter("vendor")
                .filter(name -> vendor.getListDataView().contains(name))
                .ifPresent(vendor::setValue);
        context.parameter("category")
                .map(name -> name.equals("none") ? NO_CATEGORY : name)
                .filter(name -> category.getListDataView().contains(name))
                .ifPresent(category::setValue);
        context.parameter("visible")
                .filter(List.of("true", "false")::contains)
                .ifPresent(shown -> visible.setValue(Boolean.valueOf(shown)));
    }

    private void filterChanged() {
        if (settling) {
            return;
        }
        CatalogFilter filter = filter();
        context.rememberParameter("product", Optional.of(filter.text()));
        context.rememberParameter("vendor", filter.vendor());
        context.rememberParameter("category", filter.category().map(name -> name.isEmpty() ? "none" : name));
        context.rememberParameter("visible", filter.visible().map(String::valueOf));
        changed.run();
    }

    private void clear() {
        settling = true;
        search.clear();
        vendor.clear();
        category.clear();
        visible.clear();
        settling = false;
        filterChanged();
    }
}
