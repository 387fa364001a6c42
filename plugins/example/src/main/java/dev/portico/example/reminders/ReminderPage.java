package dev.portico.example.reminders;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.api.host.Companies;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import java.util.Arrays;
import java.util.Optional;

/** One visit to the reminders. */
final class ReminderPage {

    private final Reminders reminders;
    private final Messages messages;
    private final ScreenContext context;
    private final ReminderGrid grid;
    private final TextField search = new TextField();
    private final ComboBox<Urgency> urgency = new ComboBox<>();
    private final Button clear = new Button();
    private final Span matches = new Span();
    private final Div empty = new Div();
    private final Div content = new Div();
    private boolean settling;

    ReminderPage(Reminders reminders, Companies companies, Messages messages, ScreenContext context) {
        this.reminders = reminders;
        this.messages = messages;
        this.context = context;
        this.grid = new ReminderGrid(reminders, messages, this::complete, this::filter);
        context.subtitle(messages.text("reminders.subtitle", reminders.noticeDays()));
        configureFilters();
        content.addClassName("portico-list");
        content.add(toolbar(), grid.content(), empty);
        if (reminders.mayManage()) {
            AddReminder add = new AddReminder(reminders, companies, messages, context, this::refresh);
            content.add(add.dialog());
            context.addAction(add.opener());
        }
        refresh();
    }

    Component content() {
        return content;
    }

    private void configureFilters() {
        search.setPlaceholder(messages.text("reminders.search"));
        search.setAriaLabel(messages.text("reminders.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("portico-search");
        search.setValue(context.parameter("search").orElse(""));
        urgency.setPlaceholder(messages.text("reminders.urgency"));
        urgency.setAriaLabel(messages.text("reminders.urgency"));
        urgency.setClearButtonVisible(true);
        urgency.setItems(Urgency.values());
        urgency.setItemLabelGenerator(value -> ReminderGrid.text(value, messages));
        context.parameter("state").flatMap(ReminderPage::urgencyOf).ifPresent(urgency::setValue);
        search.addValueChangeListener(change -> filterChanged());
        urgency.addValueChangeListener(change -> filterChanged());
        clear.setText(messages.text("reminders.clear-filters"));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> clearFilters());
        matches.addClassName("portico-muted");
        matches.getElement().setAttribute("aria-live", "polite");
    }

    private Div toolbar() {
        Div toolbar = new Div(search, urgency, clear, matches);
        toolbar.addClassName("portico-toolbar");
        return toolbar;
    }

    private Reminder.Filter filter() {
        return new Reminder.Filter(search.getValue(), urgency.getOptionalValue());
    }

    private void clearFilters() {
        settling = true;
        search.clear();
        urgency.clear();
        settling = false;
        filterChanged();
    }

    private void filterChanged() {
        if (settling) {
            return;
        }
        context.rememberParameter("search", Optional.of(search.getValue()));
        context.rememberParameter("state", urgency.getOptionalValue().map(Urgency::name));
        refresh();
    }

    private void complete(Reminder reminder) {
        reminders.complete(reminder);
        refresh();
        context.notifyWithUndo(messages.text("reminders.completed", reminder.subject()), () -> {
            reminders.reopen(reminder);
            refresh();
        });
    }

    private void refresh() {
        long count = reminders.count(filter());
        matches.setText(messages.text("reminders.matches", count));
        clear.setVisible(!filter().isEmpty());
        grid.content().getDataProvider().refreshAll();
        grid.content().setVisible(count > 0);
        empty.removeAll();
        if (count == 0) {
            empty.add(emptyState(filter().isEmpty() ? "none" : "no-match"));
        }
    }

    private Div emptyState(String reason) {
        Icon icon = VaadinIcon.BELL.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Div state = new Div(
                icon,
                new H2(messages.text("reminders." + reason + ".title")),
                new Paragraph(messages.text("reminders." + reason + ".text")));
        state.addClassName("portico-empty-state");
        return state;
    }

    /** An address may hold anything. */
    private static Optional<Urgency> urgencyOf(String name) {
        return Arrays.stream(Urgency.values()).filter(value -> value.name().equals(name)).findFirst();
    }
}
