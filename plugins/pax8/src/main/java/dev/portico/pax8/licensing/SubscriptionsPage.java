package dev.portico.pax8.licensing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.detail.DetailScreens;
import dev.portico.pax8.licensing.words.TermWords;
import dev.portico.pax8.look.ListAndDetail;
import dev.portico.pax8.look.NarrowScreens;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One visit to the subscriptions. */
final class SubscriptionsPage {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final String PARAMETER = "subscription";

    private final Subscriptions subscriptions;
    private final SyncSummary summary;
    private final DetailScreens details;
    private final Messages messages;
    private final RelativeTimes times;
    private final Nothing nothing;
    private final ScreenContext context;
    private final boolean amounts;
    private final SummaryTiles tiles;
    private final SubscriptionGrid grid;
    private final SubscriptionToolbar toolbar;
    private final Div empty = new Div();
    private final Div list = new Div();
    private final Div master = new Div(list, empty);
    private final Div content = new Div();
    private final ListAndDetail split;
    private Optional<DetailScreens.Shown> detail = Optional.empty();
    private Optional<Instant> shownAsOf = Optional.empty();
    private volatile long matches;

    SubscriptionsPage(
            Subscriptions subscriptions,
            SubscriptionExport export,
            SyncSummary summary,
            DetailScreens details,
            TermWords words,
            Messages messages,
            RelativeTimes times,
            Clock clock,
            Nothing nothing,
            ScreenContext context) {
        this.subscriptions = subscriptions;
        this.summary = summary;
        this.details = details;
        this.messages = messages;
        this.times = times;
        this.nothing = nothing;
        this.context = context;
        amounts = subscriptions.showsAmounts();
        tiles = new SummaryTiles(messages);
        grid = new SubscriptionGrid(messages, words, clock, amounts);
        toolbar = new SubscriptionToolbar(
                subscriptions.choices(),
                messages,
                context,
                new ColumnChoice(grid, messages, context).content(),
                this::refresh);
        configureGrid();
        context.addAction(exportLink(export));
        list.add(tiles.content(), toolbar.content(), grid.content());
        list.addClassName("portico-list");
        master.addClassName("portico-list");
        split = new ListAndDetail(master, "38rem", messages.text("subscription.detail"), context, this::close);
        content.add(split.content());
        shownAsOf = summary.asOf(SyncJobs.SUBSCRIPTIONS);
        refresh();
        context.parameter(PARAMETER).flatMap(SubscriptionsPage::id).ifPresent(this::open);
        context.every(LOOK_AGAIN, this::lookAgain);
    }

    Component content() {
        return content;
    }

    private void configureGrid() {
        grid.content().setDataProvider(new CallbackDataProvider<SubscriptionRow, Void>(
                query -> subscriptions
                        .page(
                                toolbar.filter(),
                                SubscriptionGrid.sort(query.getSortOrders()),
                                SubscriptionGrid.ascending(query.getSortOrders()),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                // why: the totals above the list have counted them already
                query -> (int) Math.min(matches, Integer.MAX_VALUE),
                SubscriptionRow::id));
        grid.content().asSingleSelect().addValueChangeListener(selection -> {
            if (selection.getValue() == null) {
                close();
            } else {
                open(selection.getValue().id());
            }
        });
        NarrowScreens.follow(grid.content(), grid::compact);
    }

    private Anchor exportLink(SubscriptionExport export) {
        Button button = new Button(messages.text("licensing.export"), VaadinIcon.DOWNLOAD.create());
        button.setTabIndex(-1);
        Anchor link = new Anchor(export.download(toolbar::filter), "");
        link.add(button);
        link.getElement().setAttribute("aria-label", messages.text("licensing.export"));
        return link;
    }

    private void open(UUID id) {
        detail = details.show(id, content, context, this::refresh, this::close);
        detail.ifPresentOrElse(
                shown -> {
                    split.show(shown.content());
                    shown.focus().run();
                    context.rememberParameter(PARAMETER, Optional.of(id.toString()));
                },
                () -> {
                    context.notifyProblem(messages.text("subscription.gone"));
                    close();
                });
    }

    private void close() {
        boolean wasOpen = detail.isPresent();
        detail = Optional.empty();
        split.hide();
        context.rememberParameter(PARAMETER, Optional.empty());
        grid.content().deselectAll();
        if (wasOpen) {
            grid.content().focus();
        }
    }

    /** Follows the syncs, so that nobody has to reload the page. */
    private void lookAgain() {
        detail.ifPresent(shown -> shown.lookAgain().run());
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
        SubscriptionTotals totals = subscriptions.totals(toolbar.filter());
        matches = totals.all();
        tiles.show(totals, amounts);
        toolbar.count(totals);
        grid.content().getDataProvider().refreshAll();
        boolean nothingAtAll = totals.all() == 0 && toolbar.filter().isEmpty();
        list.setVisible(!nothingAtAll);
        grid.content().setVisible(totals.all() > 0);
        empty.removeAll();
        if (nothingAtAll) {
            empty.add(nothing.becauseNothingIsThere());
        } else if (totals.all() == 0) {
            empty.add(nothing.becauseOfTheFilter(toolbar::clear));
        }
    }

    private void subtitle() {
        String freshness = shownAsOf
                .map(time -> messages.text("licensing.as-of", times.of(time)))
                .orElseGet(() -> messages.text("licensing.never-synced"));
        context.subtitle(amounts ? messages.text("licensing.subtitle", freshness) : freshness);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
