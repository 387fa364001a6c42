package dev.portico.pax8.licensing.renewals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.Companies.PortalCompany;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.renewals.RenewalFilter.Show;
import dev.portico.pax8.look.Pieces;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The filters of the list; they stand in the address, so that a page can be shared and found again. */
final class RenewalToolbar {

    private final RenewalParts parts;
    private final ScreenContext context;
    private final Runnable changed;
    private final Tabs tabs = new Tabs();
    private final Map<Show, Tab> tabOf = new EnumMap<>(Show.class);
    private final TextField search;
    private final ComboBox<String> vendor = new ComboBox<>();
    private final ComboBox<PortalCompany> company = new ComboBox<>();
    private final Button clear = new Button();
    private final Span matches = Pieces.status();
    private Optional<LocalDate> day;
    private boolean settling;

    RenewalToolbar(RenewalParts parts, ScreenContext context, Runnable changed) {
        this.parts = parts;
        this.context = context;
        this.changed = changed;
        for (Show show : Show.values()) {
            Tab tab = new Tab();
            tabOf.put(show, tab);
            tabs.add(tab);
        }
        tabs.getElement().setAttribute("aria-label", parts.text("renewal.show"));
        context.parameter("show").flatMap(Show::of).ifPresent(show -> tabs.setSelectedTab(tabOf.get(show)));
        search = Pieces.search(parts.text("renewal.search"));
        search.setValue(context.parameter("search").orElse(""));
        List<String> vendors = parts.renewals().vendors();
        vendor.setPlaceholder(parts.text("licensing.vendor"));
        vendor.setAriaLabel(parts.text("licensing.vendor"));
        vendor.setClearButtonVisible(true);
        vendor.setItems(vendors);
        context.parameter("vendor").filter(vendors::contains).ifPresent(vendor::setValue);
        configureCompany();
        day = context.parameter("day").flatMap(RenewalToolbar::date);
        clear.setText(parts.text("licensing.clear-filters"));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> clear());
        tabs.addSelectedChangeListener(change -> filterChanged());
        search.addValueChangeListener(change -> filterChanged());
        vendor.addValueChangeListener(change -> filterChanged());
        company.addValueChangeListener(change -> filterChanged());
    }

    Component states() {
        return tabs;
    }

    Component filters() {
        return Pieces.row("portico-toolbar", search, vendor, company, clear, matches);
    }

    RenewalFilter filter() {
        return new RenewalFilter(
                search.getValue(),
                selected(),
                vendor.getOptionalValue(),
                company.getOptionalValue().map(PortalCompany::id),
                day);
    }

    /** Whether more than the tab narrows the list. */
    boolean isNarrowed() {
        return !search.isEmpty() || !vendor.isEmpty() || !company.isEmpty() || day.isPresent();
    }

    /** Shows one day only; the same day again shows all. */
    void choose(LocalDate chosen) {
        day = day.filter(chosen::equals).isPresent() ? Optional.empty() : Optional.of(chosen);
        filterChanged();
    }

    void clear() {
        settling = true;
        search.clear();
        vendor.clear();
        company.clear();
        day = Optional.empty();
        settling = false;
        filterChanged();
    }

    /** Shows how many there are, and what they come to. */
    void show(RenewalTotals totals) {
        RenewalFilter filter = filter();
        tabOf.forEach((show, tab) -> tab.setLabel(parts.text(
                "renewal.show." + show.key(),
                show == filter.show() ? totals.renewals() : parts.renewals().count(filter.show(show)))));
        String counted = parts.words().totals(totals);
        matches.setText(day.map(only -> parts.text("renewal.matches.day", counted, parts.words().day(only)))
                .orElse(counted));
        clear.setVisible(isNarrowed());
    }

    private Show selected() {
        return tabOf.entrySet().stream()
                .filter(entry -> entry.getValue() == tabs.getSelectedTab())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Show.OPEN);
    }

    private void configureCompany() {
        company.setPlaceholder(parts.text("licensing.company"));
        company.setAriaLabel(parts.text("licensing.company"));
        company.setClearButtonVisible(true);
        company.setItemLabelGenerator(PortalCompany::name);
        company.setItems(query -> parts.companies()
                .search(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                .stream());
        context.parameter("company")
                .flatMap(RenewalToolbar::id)
                .flatMap(parts.companies()::find)
                .ifPresent(company::setValue);
    }

    private void filterChanged() {
        if (settling) {
            return;
        }
        context.rememberParameter("show", Optional.of(selected().key()));
        context.rememberParameter("search", Optional.of(search.getValue()));
        context.rememberParameter("vendor", vendor.getOptionalValue());
        context.rememberParameter("company", company.getOptionalValue().map(chosen -> chosen.id().toString()));
        context.rememberParameter("day", day.map(LocalDate::toString));
        changed.run();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
