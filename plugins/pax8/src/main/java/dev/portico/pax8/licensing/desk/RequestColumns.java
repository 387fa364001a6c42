package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.portico.pax8.licensing.requests.RequestQueries.Sort;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.ListGrid;
import dev.portico.pax8.look.Pieces;
import java.util.function.Consumer;

/** Makes the grid of requests. */
final class RequestColumns {

    private final Desk desk;
    private final Consumer<SeatRequest> open;
    private final ListGrid<SeatRequest> list;

    RequestColumns(Desk desk, Consumer<SeatRequest> open) {
        this.desk = desk;
        this.open = open;
        list = new ListGrid<>(desk.text("desk.title"), this::item);
        list.column(desk.text("desk.product"), Sort.PRODUCT, request -> Pieces.twoLines(
                        new Span(request.productName()), Pieces.muted(request.companyName())))
                .setFlexGrow(4)
                .setWidth("11rem");
        list.column(desk.text("desk.seats"), desk.pieces()::change).setFlexGrow(0).setWidth("7rem");
        list.column(desk.text("desk.requester"), request -> titled(request.requestedBy()))
                .setFlexGrow(2)
                .setWidth("8rem");
        list.column(desk.text("desk.reason"), request -> titled(request.reason())).setFlexGrow(3).setWidth("9rem");
        list.column(desk.text("desk.state"), Sort.STATE, request -> desk.pieces().badge(request.state()))
                .setFlexGrow(0)
                .setWidth("9rem");
        list.column(desk.text("desk.age"), Sort.CREATED, request -> desk.pieces().ago(request.createdAt()))
                .setFlexGrow(0)
                .setWidth("8.5rem");
        list.opener(
                request -> desk.text("desk.open", request.productName(), request.companyName()), open::accept);
    }

    ListGrid<SeatRequest> grid() {
        return list;
    }

    private Component item(SeatRequest request) {
        return Pieces.twoLines(
                Pieces.row(
                        "portico-item-line",
                        new Span(request.productName()),
                        new Span(desk.words().fromTo(request.baseSeats(), request.wantedSeats()))),
                Pieces.row(
                        "portico-item-line",
                        Pieces.muted(desk.text(
                                "desk.item", request.companyName(), desk.times().of(request.createdAt()))),
                        desk.pieces().badge(request.state())));
    }

    private static Span titled(String text) {
        Span span = new Span(text);
        span.setTitle(text);
        return span;
    }
}
