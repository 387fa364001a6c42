package dev.portico.example.reminders;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.portico.api.host.Messages;
import dev.portico.example.reminders.Reminder.Sort;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes the grid; the database filters, sorts and pages. */
final class ReminderGrid {

    private final Messages messages;
    // why: new Grid<>(Reminder.class) would keep this class, and with it the plugin, in memory for ever
    private final Grid<Reminder> grid = new Grid<>();

    ReminderGrid(Reminders reminders, Messages messages, Consumer<Reminder> complete, Supplier<Reminder.Filter> filter) {
        this.messages = messages;
        grid.addClassName("portico-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        sortable(grid.addColumn(this::date), "reminders.due-on", Sort.DUE_ON).setFlexGrow(0).setWidth("10rem");
        sortable(grid.addColumn(Reminder::subject), "reminders.subject", Sort.SUBJECT).setFlexGrow(3);
        sortable(grid.addColumn(this::company), "reminders.company", Sort.COMPANY).setFlexGrow(3);
        grid.addComponentColumn(reminder -> badge(reminder.urgency()))
                .setHeader(messages.text("reminders.urgency"))
                .setFlexGrow(0)
                .setWidth("8rem");
        if (reminders.mayManage()) {
            grid.addComponentColumn(reminder -> button(reminder, complete))
                    .setKey("actions")
                    .setHeader(messages.text("reminders.actions"))
                    .setFlexGrow(0)
                    .setWidth("8rem");
        }
        grid.setDataProvider(DataProvider.fromCallbacks(
                query -> reminders
                        .page(
                                filter.get(),
                                sort(query.getSortOrders()),
                                ascending(query.getSortOrders()),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> Math.toIntExact(reminders.count(filter.get()))));
    }

    Grid<Reminder> content() {
        return grid;
    }

    static String text(Urgency urgency, Messages messages) {
        return messages.text("urgency." + urgency.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Grid.Column<Reminder> sortable(Grid.Column<Reminder> column, String key, Sort sort) {
        return column.setHeader(messages.text(key)).setKey(sort.name()).setSortProperty(sort.name());
    }

    private String date(Reminder reminder) {
        Locale locale = grid.getUI().map(ui -> ui.getLocale()).orElse(Locale.ENGLISH);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(reminder.dueOn());
    }

    private String company(Reminder reminder) {
        return reminder.company().orElseGet(() -> messages.text("reminders.unknown-company"));
    }

    private Badge badge(Urgency urgency) {
        Badge badge = new Badge(text(urgency, messages));
        switch (urgency) {
            case OVERDUE -> badge.addThemeVariants(BadgeVariant.ERROR);
            case DUE_SOON -> badge.addThemeVariants(BadgeVariant.WARNING);
            case LATER -> {}
        }
        return badge;
    }

    private Button button(Reminder reminder, Consumer<Reminder> complete) {
        Button button = new Button(messages.text("reminders.complete"), click -> complete.accept(reminder));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(messages.text("reminders.complete-of", reminder.subject()));
        return button;
    }

    private static Sort sort(List<QuerySortOrder> orders) {
        return orders.isEmpty() ? Sort.DUE_ON : Sort.valueOf(orders.getFirst().getSorted());
    }

    private static boolean ascending(List<QuerySortOrder> orders) {
        return orders.isEmpty() || orders.getFirst().getDirection() == SortDirection.ASCENDING;
    }
}
