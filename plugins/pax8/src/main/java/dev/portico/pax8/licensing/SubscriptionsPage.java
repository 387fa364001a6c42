package dev.portico.pax8.licensing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.shared.Registration;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.Subscriptions.Choices;
import dev.portico.pax8.licensing.Subscriptions.CompanyChoice;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One visit to the subscriptions. */
final class SubscriptionsPage {

    private static final int NARROW = 600;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Subscriptions subscriptions;
    private final SyncSummary summary;
    private final Messages messages;
    private final RelativeTimes times;
    private final Nothing nothing;
    private final ScreenContext context;
    private final boolean amounts;
    private final SummaryTiles tiles;
    private final SubscriptionGrid grid;
    private final TextField search = new TextField();
    private final ComboBox<String> status = new ComboBox<>();
    private final ComboBox<String> vendor = new ComboBox<>();
    private final ComboBox<CompanyChoice> company = new ComboBox<>();
    private final Button clear = new Button();
    private final Span matches = Pieces.muted("");
    private final Div empty = new Div();
    private final Div list = new Div();
    private final Div content = new Div();
    private volatile SubscriptionFilter filter = SubscriptionFilter.NONE;
    private Optional<Instant> shownAsOf = Optional.empty();
    private boolean settling;

    SubscriptionsPage(
            Subscriptions subscriptions,
            SubscriptionExport export,
            SyncSummary summary,
            Messages messages,
            RelativeTimes times,
            Nothing nothing,
            ScreenContext context) {
        this.subscriptions = subscriptions;
        this.summary = summary;
        this.messages = messages;
        this.times = times;
        this.nothing = nothing;
        this.context = context;
        amounts = subscriptions.showsAmounts();
        tiles = new SummaryTiles(messages);
        grid = new SubscriptionGrid(messages, times, amounts);
        configureFilters();
        configureGrid();
        context.addAction(exportLink(export));
        list.add(tiles.content(), filters(), grid.content());
        list.addClassName("portico-list");
        content.add(list, empty);
        content.addClassName("portico-list");
        shownAsOf = summary.asOf(SyncJobs.SUBSCRIPTIONS);
        refresh();
        context.every(LOOK_AGAIN, this::lookAgain);
    }

    Component content() {
        return content;
    }

    private void configureFilters() {
        Choices choices = subscriptions.choices();
        search.setPlaceholder(messages.text("licensing.search"));
        search.setAriaLabel(messages.text("licensing.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("portico-search");
        search.setValue(context.parameter("search").orElse(""));
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
        clear.addClickListener(click -> clearFilters());
        matches.getElement().setAttribute("aria-live", "polite");
        filter = chosen();
    }

    private void configure(ComboBox<?> choice, String name) {
        choice.setPlaceholder(messages.text("licensing." + name));
        choice.setAriaLabel(messages.text("licensing." + name));
        choice.setClearButtonVisible(true);
    }

    private void configureGrid() {
        grid.content().setDataProvider(DataProvider.fromCallbacks(
                query -> subscriptions
                        .page(
                                filter,
                                SubscriptionGrid.sort(query.getSortOrders()),
                                SubscriptionGrid.ascending(query.getSortOrders()),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> (int) subscriptions.count(filter)));
        UI ui = UI.getCurrent();
        ui.getPage().retrieveExtendedClientDetails(details -> grid.compact(details.getWindowInnerWidth() < NARROW));
        Registration resizes = ui.getPage()
                .addBrowserWindowResizeListener(event -> grid.compact(event.getWidth() < NARROW));
        grid.content().addDetachListener(event -> resizes.remove());
    }

    private Div filters() {
        return Pieces.row("portico-toolbar", search, status, vendor, company, clear, matches);
    }

    private Anchor exportLink(SubscriptionExport export) {
        Button button = new Button(messages.text("licensing.export"), VaadinIcon.DOWNLOAD.create());
        button.setTabIndex(-1);
        Anchor link = new Anchor(export.download(() -> filter), "");
        link.add(button);
        link.getElement().setAttribute("aria-label", messages.text("licensing.export"));
        return link;
    }

    private SubscriptionFilter chosen() {
        return new SubscriptionFilter(
                search.getValue(),
                status.getOptionalValue(),
                vendor.getOptionalValue(),
                company.getOptionalValue().map(CompanyChoice::id));
    }

    private void clearFilters() {
        settling = true;
        search.clear();
        status.clear();
        vendor.clear();
        company.clear();
        settling = false;
        filterChanged();
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
        refresh();
    }

    /** Follows the syncs, so that nobody has to reload the page. */
    private void lookAgain() {
        Optional<Instant> asOf = summary.asOf(SyncJobs.SUBSCRIPTIONS);
        if (asOf.equals(shownAsOf)) {
            subtitle();
            return;
        }
        shownAsOf = asOf;
        refresh();
    }

    private void refresh() {
        subtitle();
        SubscriptionTotals totals = subscriptions.totals(filter);
        tiles.show(totals, amounts);
        clear.setVisible(!filter.isEmpty());
        matches.setText(messages.text("licensing.matches", totals.all()));
        grid.content().getDataProvider().refreshAll();
        boolean nothingAtAll = totals.all() == 0 && filter.isEmpty();
        list.setVisible(!nothingAtAll);
        grid.content().setVisible(totals.all() > 0);
        empty.removeAll();
        if (nothingAtAll) {
            empty.add(nothing.becauseNothingIsThere());
        } else if (totals.all() == 0) {
            empty.add(nothing.becauseOfTheFilter(this::clearFilters));
        }
    }

    private void subtitle() {
        String freshness = shownAsOf
                .map(time -> messages.text("licensing.as-of", times.of(time)))
                .orElseGet(() -> messages.text("licensing.never-synced"));
        context.subtitle(amounts ? messages.text("licensing.subtitle", freshness) : freshness);
    }
}
