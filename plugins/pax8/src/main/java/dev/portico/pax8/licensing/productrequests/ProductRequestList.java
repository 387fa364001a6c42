package dev.portico.pax8.licensing.productrequests;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.productrequests.ProductRequest.State;
import dev.portico.pax8.licensing.productrequests.ProductRequestFilter.Sort;
import dev.portico.pax8.look.ListGrid;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import dev.portico.pax8.texts.RelativeTimes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The list of wishes of one visit. */
final class ProductRequestList {

    private final ProductRequests requests;
    private final Messages messages;
    private final RelativeTimes times;
    private final HasComponents place;
    private final ScreenContext context;
    private final Runnable changed;
    private final boolean answering;
    private final TextField search;
    private final Span matches = Pieces.status();
    private final Div empty = new Div();
    private final ListGrid<ProductRequest> list;
    private final Div content = new Div();
    private ProductRequestFilter filter = ProductRequestFilter.NONE;
    private List<Object> shown = List.of();

    ProductRequestList(
            ProductRequests requests,
            Messages messages,
            RelativeTimes times,
            HasComponents place,
            ScreenContext context,
            Runnable changed) {
        this.requests = requests;
        this.messages = messages;
        this.times = times;
        this.place = place;
        this.context = context;
        this.changed = changed;
        answering = requests.mayAnswer();
        search = Pieces.search(messages.text("wish.search"));
        search.addValueChangeListener(change -> {
            filter = new ProductRequestFilter(change.getValue(), Set.of());
            refresh();
        });
        list = new ListGrid<>(messages.text("wish.title"), this::item);
        configureColumns();
        list.fill(
                (sort, ascending, offset, limit) -> requests.page(
                        filter, sort.map(Sort::valueOf).orElse(Sort.CREATED), ascending, offset, limit),
                () -> requests.count(filter),
                ProductRequest::id);
        content.add(Pieces.row("portico-toolbar", search, matches), list.grid(), empty);
        content.addClassName("portico-list");
        refresh();
    }

    Component content() {
        return content;
    }

    /** Shows what others have changed. */
    void lookAgain() {
        if (!shown.equals(state())) {
            refresh();
        }
    }

    private void configureColumns() {
        list.column(messages.text("wish.product"), Sort.PRODUCT, request -> Pieces.twoLines(
                        new Span(request.productName()),
                        Pieces.muted(answering ? request.companyName() : request.vendorName())))
                .setFlexGrow(4)
                .setWidth("11rem");
        list.numbers(messages.text("wish.seats"), Sort.SEATS, request -> Figures.count(request.seats()))
                .setWidth("6rem");
        list.column(messages.text("wish.requester"), request -> new Span(request.requestedBy()))
                .setFlexGrow(2)
                .setWidth("9rem");
        list.column(messages.text("wish.why"), request -> tooltip(request.note())).setFlexGrow(3).setWidth("9rem");
        list.column(messages.text("wish.state"), Sort.STATE, request -> Pieces.twoLines(
                        badge(request), Pieces.muted(request.answer())))
                .setFlexGrow(2)
                .setWidth("9rem");
        list.column(messages.text("wish.asked"), Sort.CREATED, request -> {
                    Span age = new Span(times.of(request.createdAt()));
                    age.setTitle(times.exact(request.createdAt()));
                    return age;
                })
                .setFlexGrow(0)
                .setWidth("8.5rem");
        list.actions("8rem", this::action);
    }

    private Component item(ProductRequest request) {
        return Pieces.twoLines(
                Pieces.row("portico-item-line", new Span(request.productName()), badge(request)),
                Pieces.muted(messages.text(
                        answering ? "wish.item.staff" : "wish.item.client",
                        request.seats(),
                        times.of(request.createdAt()),
                        request.companyName())));
    }

    private Component action(ProductRequest request) {
        if (request.state() != State.OPEN || !answering && !requests.mayAsk()) {
            return new Span();
        }
        Button act = answering
                ? new Button(messages.text("wish.answer"), click -> answer(request))
                : new Button(messages.text("wish.cancel"), click -> cancel(request));
        act.setAriaLabel(messages.text(
                answering ? "wish.answer-of" : "wish.cancel-of", request.productName(), request.companyName()));
        act.addThemeVariants(ButtonVariant.TERTIARY);
        return act;
    }

    private void answer(ProductRequest request) {
        new AnswerDialog(requests, messages, times, request, context, this::changedByUser).openIn(place);
    }

    private void cancel(ProductRequest request) {
        context.confirm(
                messages.text("wish.cancel.title"),
                messages.text("wish.what", request.productName(), request.seats()),
                messages.text("wish.cancel.verb"),
                () -> {
                    switch (requests.cancel(request.id(), request.version())) {
                        case ProductRequestResult.Done done -> context.notify(messages.text("wish.cancelled"));
                        case ProductRequestResult.Refused(String reason) -> context.notifyProblem(reason);
                        case ProductRequestResult.Overtaken(ProductRequest now, String reason) ->
                            context.notifyProblem(reason);
                    }
                    changedByUser();
                });
    }

    private void changedByUser() {
        refresh();
        changed.run();
    }

    private void refresh() {
        shown = state();
        long count = requests.count(filter);
        matches.setText(messages.text("wish.matches", count));
        list.refresh();
        boolean nothingAtAll = count == 0 && filter.text().isBlank();
        search.setVisible(!nothingAtAll);
        matches.setVisible(!nothingAtAll);
        list.grid().setVisible(count > 0);
        empty.removeAll();
        if (count == 0) {
            String reason = nothingAtAll ? answering ? "none-staff" : "none" : "no-match";
            empty.add(Pieces.emptyState(
                    VaadinIcon.CART_O,
                    messages.text("wish." + reason + ".title"),
                    messages.text("wish." + reason + ".text")));
        }
    }

    /** Changes whenever anything in the list does. */
    private List<Object> state() {
        return List.of(
                filter,
                requests.count(filter),
                requests.waiting());
    }

    private Badge badge(ProductRequest request) {
        String text = messages.text("wish.state." + request.state().name().toLowerCase(Locale.ROOT));
        return switch (request.state()) {
            case OPEN -> Pieces.badge(text, BadgeVariant.WARNING);
            case DONE -> Pieces.badge(text, BadgeVariant.SUCCESS);
            case DECLINED -> Pieces.badge(text, BadgeVariant.ERROR);
            case CANCELLED -> Pieces.badge(text);
        };
    }

    private static Span tooltip(String text) {
        Span span = new Span(text);
        span.setTitle(text);
        return span;
    }
}
