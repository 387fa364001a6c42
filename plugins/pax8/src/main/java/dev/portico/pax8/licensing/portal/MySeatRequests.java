package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.licensing.requests.RequestQueries.Sort;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.ListAndDetail;
import dev.portico.pax8.look.ListGrid;
import dev.portico.pax8.look.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of the own company's requests to change seats, with the detail beside it. */
final class MySeatRequests {

    private final Mine mine;
    private final ScreenContext context;
    private final TextField search;
    private final Div empty = new Div();
    private final ListGrid<SeatRequest> list;
    private final ListAndDetail split;
    private @Nullable MyRequestDetail detail;
    private List<Object> shown = List.of();

    MySeatRequests(Mine mine, ScreenContext context) {
        this.mine = mine;
        this.context = context;
        search = Pieces.search(mine.text("my.requests.search"));
        search.addValueChangeListener(change -> refresh());
        list = new ListGrid<>(mine.text("my.requests.title"), this::item);
        configureColumns();
        list.fill(
                (sort, ascending, offset, limit) -> mine.queries().page(
                        filter(search.getValue()),
                        sort.map(Sort::valueOf).orElse(Sort.CREATED),
                        ascending,
                        offset,
                        limit),
                () -> mine.queries().count(filter(search.getValue())),
                SeatRequest::id);
        Div master = new Div(Pieces.row("portico-toolbar", search), list.grid(), empty);
        master.addClassName("portico-list");
        split = new ListAndDetail(master, "30rem", mine.text("my.request"), context, this::close);
        refresh();
        context.parameter("request")
                .flatMap(MySeatRequests::id)
                .flatMap(mine.queries()::find)
                .ifPresent(this::show);
    }

    Component content() {
        return split.content();
    }

    void lookAgain() {
        if (detail != null) {
            detail.lookAgain();
        }
        if (!shown.equals(state())) {
            refresh();
        }
    }

    private void configureColumns() {
        list.column(mine.text("my.product"), Sort.PRODUCT, request -> Pieces.twoLines(
                        new Span(request.productName()), Pieces.muted(request.vendorName())))
                .setFlexGrow(4)
                .setWidth("11rem");
        list.column(mine.text("my.seats"), mine.pieces()::change).setFlexGrow(0).setWidth("7rem");
        list.column(mine.text("my.state"), Sort.STATE, request -> Pieces.twoLines(
                        mine.pieces().clientBadge(request.state()), titled(mine.pieces().clientWords(request))))
                .setFlexGrow(3)
                .setWidth("11rem");
        list.column(mine.text("my.requester"), request -> new Span(request.requestedBy()))
                .setFlexGrow(2)
                .setWidth("8rem");
        list.column(mine.text("my.asked"), Sort.CREATED, request -> mine.pieces().ago(request.createdAt()))
                .setFlexGrow(0)
                .setWidth("8.5rem");
        list.opener(request -> mine.text("my.open-request", request.productName()), this::open);
    }

    private Component item(SeatRequest request) {
        return Pieces.twoLines(
                Pieces.row(
                        "portico-item-line",
                        new Span(request.productName()),
                        new Span(mine.words().fromTo(request.baseSeats(), request.wantedSeats()))),
                Pieces.row(
                        "portico-item-line",
                        mine.pieces().ago(request.createdAt()),
                        mine.pieces().clientBadge(request.state())));
    }

    private void open(SeatRequest request) {
        mine.queries()
                .find(request.id())
                .ifPresentOrElse(this::show, () -> context.notifyProblem(mine.text("my.request-gone")));
    }

    private void show(SeatRequest request) {
        MyRequestDetail opened = new MyRequestDetail(mine, context, request, this::refresh, this::close);
        detail = opened;
        split.show(opened.content());
        opened.focus();
        context.rememberParameter("request", Optional.of(request.id().toString()));
    }

    private void close() {
        detail = null;
        split.hide();
        list.grid().focus();
        context.rememberParameter("request", Optional.empty());
    }

    private void refresh() {
        shown = state();
        list.refresh();
        boolean any = mine.queries().count(filter(search.getValue())) > 0;
        boolean nothingAtAll = !any && search.getValue().isBlank();
        search.setVisible(!nothingAtAll);
        list.grid().setVisible(any);
        empty.removeAll();
        if (nothingAtAll) {
            empty.add(Pieces.emptyState(
                    VaadinIcon.INBOX,
                    mine.text("my.requests.none.title"),
                    mine.text("my.requests.none.text"),
                    new Button(mine.text("my.requests.none.step"), click -> context.navigate("my/licenses"))));
        } else if (!any) {
            empty.add(Pieces.emptyState(
                    VaadinIcon.INBOX,
                    mine.text("my.requests.no-match.title"),
                    mine.text("my.requests.no-match.text"),
                    new Button(mine.text("my.clear"), click -> search.clear())));
        }
    }

    /** Changes whenever one of the company's requests does. */
    private List<Object> state() {
        List<Object> state = new ArrayList<>();
        state.add(mine.queries().count(filter("")));
        mine.queries().page(filter(""), Sort.CHANGED, false, 0, 1).stream()
                .map(request -> List.of(request.id(), request.version()))
                .forEach(state::add);
        return state;
    }

    private RequestFilter filter(String text) {
        return new RequestFilter(
                text, Set.of(), Optional.of(mine.licenses().company()), Optional.empty(), Optional.empty());
    }

    private static Span titled(String text) {
        Span span = Pieces.muted(text);
        span.setTitle(text);
        return span;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
