package dev.portico.pax8.licensing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.Subscriptions.Choices;
import dev.portico.pax8.licensing.Subscriptions.CompanyChoice;
import dev.portico.pax8.look.Pieces;
import java.util.Optional;

/** The filters above the list; they stand in the address, so that a page can be shared and found again. */
final class SubscriptionToolbar {

    private final Messages messages;
    private final ScreenContext context;
    private final Runnable changed;
    private final TextField search = new TextField();
    private final ComboBox<String> status = new ComboBox<>();
    private final ComboBox<String> vendor = new ComboBox<>();
    private final ComboBox<CompanyChoice> company = new ComboBox<>();
    private final Button clear = new Button();
    private final Span matches = Pieces.muted("");
    private final Div row;
    private volatile SubscriptionFilter filter;
    private boolean settling;

    SubscriptionToolbar(
            Choices choices,
            Messages messages,
            ScreenContext context,
            Component more,
            Runnable changed) {
        this.messages = messages;
        this.context = context;
        this.changed = changed;
        configureSearch();
        configure(status, "status");
        status.setItems(choices.statuses());
        status.setItemLabelGenerator(value -> StatusBadge.text(value, messages));
        context.parameter("status").ifPresent(status::setValue);
        configure(vendor, "vendor");
        vendor.setItems(choices.vendors());
        context.parameter("vendor").filter(choices.vendors()::contains).ifPresent(vendor::setValue);
        configure(company, "company");
        company.setItems(choices.companies());
        company.setItemLabelGenerator(CompanyChoice::name);
        context.parameter("company").flatMap(id -> choices.companies().stream()
                        .filter(choice -> choice.id().toString().equals(id))
                        .findFirst())
                .ifPresent(company::setValue);
        company.setVisible(choices.companies().size() > 1);
        search.addValueChangeListener(change -> filterChanged());
        status.addValueChangeListener(change -> filterChanged());
        vendor.addValueChangeListener(change -> filterChanged());
        company.addValueChangeListener(change -> filterChanged());
        clear.setText(messages.text("licensing.clear-filters"));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> clear());
        matches.getElement().setAttribute("aria-live", "polite");
        filter = chosen();
        row = Pieces.row("portico-toolbar", search, status, vendor, company, clear, matches, more);
    }

    Div content() {
        return row;
    }

    /** What is chosen; may be asked from any thread. */
    SubscriptionFilter filter() {
        return filter;
    }

    /** Shows how many match, and of them how many have ended. */
    void count(SubscriptionTotals totals) {
        clear.setVisible(!filter.isEmpty());
        String all = messages.text("licensing.matches", totals.all());
        matches.setText(
                totals.ended() == 0 ? all : messages.text("licensing.matches.ended", all, totals.ended()));
    }

    void clear() {
        settling = true;
        search.clear();
        status.clear();
        vendor.clear();
        company.clear();
        settling = false;
        filterChanged();
    }

    private void configureSearch() {
        search.setPlaceholder(messages.text("licensing.search"));
        search.setAriaLabel(messages.text("licensing.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("portico-search");
        search.setValue(context.parameter("search").orElse(""));
    }

    private void configure(ComboBox<?> choice, String name) {
        choice.setPlaceholder(messages.text("licensing." + name));
        choice.setAriaLabel(messages.text("licensing." + name));
        choice.setClearButtonVisible(true);
    }

    private SubscriptionFilter chosen() {
        return new SubscriptionFilter(
                search.getValue(),
                status.getOptionalValue(),
                vendor.getOptionalValue(),
                company.getOptionalValue().map(CompanyChoice::id));
    }

    private void filterChanged() {
        if (settling) {
            return;
        }
        filter = chosen();
        context.rememberParameter("search", Optional.of(filter.text()));
        context.rememberParameter("status", filter.status());
        context.rememberParameter("vendor", filter.vendor());
        context.rememberParameter("company", filter.company().map(Object::toString));
        changed.run();
    }
}
