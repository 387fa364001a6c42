package dev.portico.pax8.licensing.selfservice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.look.NarrowScreens;
import dev.portico.pax8.look.Pieces;
import java.util.Optional;
import java.util.function.Supplier;

/** Subscriptions with what holds for each of them, to be changed one by one. */
public final class SelfServicePanel {

    private final SubscriptionRules subscriptions;
    private final Supplier<LicensingRules> inherited;
    private final Messages messages;
    private final ScreenContext context;
    private final TextField search;
    private final Checkbox ownOnly = new Checkbox();
    private final Span matches = Pieces.status();
    private final RuleGrid grid;
    private final Div empty = new Div();
    private final Div content = new Div();
    private RuleFilter filter;

    /**
     * Makes the panel.
     *
     * @param inherited the saved settings, asked for whenever something is shown
     */
    public SelfServicePanel(
            SubscriptionRules subscriptions,
            Supplier<LicensingRules> inherited,
            Messages messages,
            ScreenContext context) {
        this.subscriptions = subscriptions;
        this.inherited = inherited;
        this.messages = messages;
        this.context = context;
        grid = new RuleGrid(messages, inherited, this::edit);
        search = Pieces.search(messages.text("selfservice.search"));
        configureFilters();
        filter = chosen();
        configureGrid();
        content.add(
                Pieces.row("portico-toolbar", search, ownOnly, matches), grid.content(), empty);
        content.addClassName("portico-list");
        refresh();
    }

    /** What it looks like. */
    public Component content() {
        return content;
    }

    /** Reads everything again. */
    public void refresh() {
        long matching = subscriptions.count(filter);
        matches.setText(messages.text("selfservice.matches", matching));
        grid.content().getDataProvider().refreshAll();
        grid.content().setVisible(matching > 0);
        empty.removeAll();
        if (matching == 0) {
            String reason = filter.isEmpty() ? "nothing" : "no-match";
            empty.add(Pieces.emptyState(
                    VaadinIcon.KEY,
                    messages.text("selfservice." + reason + ".title"),
                    messages.text("selfservice." + reason + ".text")));
        }
    }

    private void configureFilters() {
        search.setValue(context.parameter("search").orElse(""));
        ownOnly.setLabel(messages.text("selfservice.own-only"));
        ownOnly.setValue(context.parameter("own").isPresent());
        search.addValueChangeListener(change -> filterChanged());
        ownOnly.addValueChangeListener(change -> filterChanged());
    }

    private void configureGrid() {
        grid.content().setDataProvider(new CallbackDataProvider<>(
                query -> subscriptions
                        .page(
                                filter,
                                RuleGrid.sort(query.getSortOrders()),
                                RuleGrid.ascending(query.getSortOrders()),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> (int) subscriptions.count(filter),
                RuleRow::id));
        NarrowScreens.follow(grid.content(), grid::compact);
    }

    private RuleFilter chosen() {
        return new RuleFilter(search.getValue(), ownOnly.getValue());
    }

    private void filterChanged() {
        filter = chosen();
        context.rememberParameter("search", Optional.of(filter.text()));
        context.rememberParameter("own", Optional.of("true").filter(own -> filter.ownOnly()));
        refresh();
    }

    /** Reads the row once more, so that the dialog shows what is there now. */
    private void edit(RuleRow listed) {
        Optional<RuleRow> now = subscriptions.find(listed.id());
        if (now.isEmpty()) {
            context.notifyProblem(messages.text("selfservice.refused.gone"));
            refresh();
            return;
        }
        new RuleDialog(messages, now.get(), inherited.get(), subscriptions, saved -> {
            context.notify(saved);
            refresh();
        }).open();
    }
}
