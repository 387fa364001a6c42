package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.Companies;
import dev.portico.api.host.Companies.PortalCompany;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.look.Pieces;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The filters of the list; they stand in the address, so that a page can be shared and found again. */
final class RequestToolbar {

    private final Desk desk;
    private final ScreenContext context;
    private final Runnable changed;
    private final Tabs tabs = new Tabs();
    private final Map<Show, Tab> tabOf = new EnumMap<>(Show.class);
    private final TextField search;
    private final ComboBox<PortalCompany> company = new ComboBox<>();
    private final ComboBox<String> vendor = new ComboBox<>();
    private final Button clear = new Button();
    private final Span matches = Pieces.status();
    private boolean settling;

    RequestToolbar(Desk desk, Companies companies, ScreenContext context, Runnable changed) {
        this.desk = desk;
        this.context = context;
        this.changed = changed;
        for (Show show : Show.values()) {
            Tab tab = new Tab();
            tabOf.put(show, tab);
            tabs.add(tab);
        }
        tabs.getElement().setAttribute("aria-label", desk.text("desk.show"));
        context.parameter("show").flatMap(Show::of).ifPresent(show -> tabs.setSelectedTab(tabOf.get(show)));
        search = Pieces.search(desk.text("desk.search"));
        search.setValue(context.parameter("search").orElse(""));
        configureCompany(companies);
        vendor.setPlaceholder(desk.text("desk.vendor"));
        vendor.setAriaLabel(desk.text("desk.vendor"));
        vendor.setClearButtonVisible(true);
        vendor.setItems(desk.vendors().names());
        context.parameter("vendor").filter(desk.vendors().names()::contains).ifPresent(vendor::setValue);
        clear.setText(desk.text("desk.clear"));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> clear());
        tabs.addSelectedChangeListener(change -> filterChanged());
        search.addValueChangeListener(change -> filterChanged());
        company.addValueChangeListener(change -> filterChanged());
        vendor.addValueChangeListener(change -> filterChanged());
    }

    Component states() {
        return tabs;
    }

    Component filters() {
        return Pieces.row("portico-toolbar", search, company, vendor, clear, matches);
    }

    Show selected() {
        return tabOf.entrySet().stream()
                .filter(entry -> entry.getValue() == tabs.getSelectedTab())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Show.WAITING);
    }

    RequestFilter filter() {
        return filter(selected());
    }

    /** Whether more than the tab narrows the list. */
    boolean isNarrowed() {
        return !search.isEmpty() || !company.isEmpty() || !vendor.isEmpty();
    }

    void clear() {
        settling = true;
        search.clear();
        company.clear();
        vendor.clear();
        settling = false;
        filterChanged();
    }

    /** Shows how many there are. */
    void count() {
        tabOf.forEach((show, tab) ->
                tab.setLabel(desk.text("desk.show." + show.key(), desk.queries().count(filter(show)))));
        matches.setText(desk.text("desk.matches", desk.queries().count(filter())));
        clear.setVisible(isNarrowed());
    }

    private RequestFilter filter(Show show) {
        return new RequestFilter(
                search.getValue(),
                show.states(),
                company.getOptionalValue().map(PortalCompany::id),
                vendor.getOptionalValue(),
                Optional.empty());
    }

    private void configureCompany(Companies companies) {
        company.setPlaceholder(desk.text("desk.company"));
        company.setAriaLabel(desk.text("desk.company"));
        company.setClearButtonVisible(true);
        company.setItemLabelGenerator(PortalCompany::name);
        company.setItems(query -> companies
                .search(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                .stream());
        context.parameter("company").flatMap(RequestToolbar::id).flatMap(companies::find).ifPresent(company::setValue);
    }

    private void filterChanged() {
        if (settling) {
            return;
        }
        context.rememberParameter("show", Optional.of(selected().key()));
        context.rememberParameter("search", Optional.of(search.getValue()));
        context.rememberParameter("company", company.getOptionalValue().map(chosen -> chosen.id().toString()));
        context.rememberParameter("vendor", vendor.getOptionalValue());
        changed.run();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
