package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.change.ChangeSeatsDialog;
import dev.portico.pax8.licensing.portal.MyLicenses.Sort;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.look.ListGrid;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.pax8.texts.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One visit to a company's own licenses. */
final class MyLicensesPage {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final Mine mine;
    private final ScreenContext context;
    private final boolean prices;
    private final TextField search;
    private final Span matches = Pieces.status();
    private final Div empty = new Div();
    private final ListGrid<License> list;
    private final Div content = new Div();
    private List<Object> shown = List.of();

    MyLicensesPage(Mine mine, ScreenContext context) {
        this.mine = mine;
        this.context = context;
        prices = mine.showsPrices();
        search = Pieces.search(mine.text("my.licenses.search"));
        search.setValue(context.parameter("search").orElse(""));
        search.addValueChangeListener(change -> {
            context.rememberParameter("search", Optional.of(change.getValue()));
            refresh();
        });
        list = new ListGrid<>(mine.text("my.licenses.title"), this::item);
        configureColumns();
        list.fill(
                (sort, ascending, offset, limit) -> mine.licenses()
                        .page(
                                search.getValue(),
                                sort.map(Sort::valueOf).orElse(Sort.PRODUCT),
                                sort.isEmpty() || ascending,
                                offset,
                                limit),
                () -> mine.licenses().count(search.getValue()),
                License::subscriptionId);
        content.add(Pieces.row("portico-toolbar", search, matches), list.grid(), empty);
        content.addClassName("portico-list");
        refresh();
        context.every(LOOK_AGAIN, this::lookAgain);
    }

    Component content() {
        return content;
    }

    private void configureColumns() {
        list.column(mine.text("my.product"), Sort.PRODUCT, license -> Pieces.twoLines(
                        new Span(license.product()), Pieces.muted(kind(license))))
                .setFlexGrow(4)
                .setWidth("12rem");
        list.numbers(mine.text("my.seats"), Sort.SEATS, license -> Figures.count(license.seats())).setWidth("6rem");
        if (prices) {
            list.column(mine.text("my.price"), license -> new Span(price(license)))
                    .setFlexGrow(0)
                    .setWidth("9rem");
        }
        list.column(mine.text("my.state"), this::state).setFlexGrow(2).setWidth("11rem");
        list.actions("11rem", this::action);
    }

    private Component item(License license) {
        Div second = Pieces.row(
                "portico-item-line",
                Pieces.muted(prices ? mine.text("my.item.price", kind(license), price(license)) : kind(license)),
                state(license));
        return Pieces.twoLines(
                Pieces.row(
                        "portico-item-line",
                        new Span(license.product()),
                        new Span(mine.words().seats(license.seats()))),
                second);
    }

    private String kind(License license) {
        return mine.text("my.item.kind", license.vendor(), license.billingTerm());
    }

    private String price(License license) {
        return license.price()
                .map(price -> Figures.amount(price.monthly(), price.currency()))
                .orElseGet(() -> mine.text("my.price.unknown"));
    }

    private Component state(License license) {
        return license.open()
                .<Component>map(open -> Pieces.row(
                        "portico-chips",
                        mine.pieces().clientBadge(open.state()),
                        Pieces.muted(mine.words().fromTo(license.seats(), open.wantedSeats()))))
                .orElseGet(() -> mine.pieces().status(license.status()));
    }

    private Component action(License license) {
        if (license.open().isPresent()) {
            Button see = new Button(
                    mine.text("my.see-request"),
                    click -> context.navigate("my/requests?request=" + license.open().get().id()));
            see.addThemeVariants(ButtonVariant.TERTIARY);
            see.setAriaLabel(mine.text("my.see-request-of", license.product()));
            return see;
        }
        if (!license.changeable() || !mine.changeSeats().mayAsk()) {
            return Pieces.muted(license.changeable() ? "" : mine.text("my.not-open"));
        }
        Button change = new Button(mine.text("my.change"), click -> change(license));
        change.setAriaLabel(mine.text("my.change-of", license.product()));
        return change;
    }

    private void change(License license) {
        mine.changeSeats().open(
                new ChangeSeatsDialog.Subject(license.subscriptionId(), license.product(), "", license.seats()),
                content,
                context,
                request -> refresh());
    }

    private void lookAgain() {
        if (shown.equals(state())) {
            subtitle();
        } else {
            refresh();
        }
    }

    private void refresh() {
        shown = state();
        subtitle();
        long count = mine.licenses().count(search.getValue());
        matches.setText(mine.text("my.licenses.matches", count, mine.licenses().seats(search.getValue())));
        list.refresh();
        boolean nothingAtAll = count == 0 && search.getValue().isBlank();
        search.setVisible(!nothingAtAll);
        matches.setVisible(!nothingAtAll);
        list.grid().setVisible(count > 0);
        empty.removeAll();
        if (count == 0) {
            String reason = nothingAtAll ? "none" : "no-match";
            empty.add(Pieces.emptyState(
                    VaadinIcon.KEY,
                    mine.text("my.licenses." + reason + ".title"),
                    mine.text("my.licenses." + reason + ".text")));
        }
    }

    private void subtitle() {
        context.subtitle(mine.summary()
                .asOf(SyncJobs.SUBSCRIPTIONS)
                .map(time -> mine.text("my.as-of", mine.times().of(time)))
                .orElse(""));
    }

    /** Changes whenever a sync or a request does. */
    private List<Object> state() {
        List<Object> state = new ArrayList<>();
        mine.summary().asOf(SyncJobs.SUBSCRIPTIONS).ifPresent(state::add);
        state.add(mine.licenses().count(search.getValue()));
        state.add(mine.licenses().seats(search.getValue()));
        mine.queries().page(ofMine(), RequestQueries.Sort.CHANGED, false, 0, 1).stream()
                .map(request -> List.of(request.id(), request.version()))
                .forEach(state::add);
        return state;
    }

    private RequestFilter ofMine() {
        return new RequestFilter(
                "",
                Set.of(),
                Optional.of(mine.licenses().company()),
                Optional.empty(),
                Optional.empty());
    }
}
