package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.Facts;
import dev.portico.pax8.look.Pieces;

/** One request as its company sees it; it can be taken back, and moved to another day, until it is sent. */
final class MyRequestDetail {

    private final Mine mine;
    private final ScreenContext context;
    private final Runnable changed;
    private final Div told = new Div();
    private final Div facts = new Div();
    private final Button close;
    private final Button move = new Button();
    private final Button cancel = new Button();
    private final Div history = new Div();
    private final Div content = new Div();
    private SeatRequest request;

    MyRequestDetail(Mine mine, ScreenContext context, SeatRequest request, Runnable changed, Runnable close) {
        this.mine = mine;
        this.context = context;
        this.request = request;
        this.changed = changed;
        this.close = Pieces.iconButton(VaadinIcon.CLOSE, mine.text("my.close"), close);
        move.setText(mine.text("my.move"));
        move.addClickListener(click -> move());
        cancel.setText(mine.text("my.cancel"));
        cancel.addClickListener(click -> cancel());
        facts.addClassName("portico-form");
        content.addClassName("portico-detail");
        content.getElement().setAttribute("role", "region");
        content.getElement().setAttribute("aria-label", mine.text("my.request"));
        content.add(
                facts,
                told,
                Pieces.row("portico-buttons", move, cancel),
                new H3(mine.text("my.history")),
                history);
        show(request);
    }

    Component content() {
        return content;
    }

    void focus() {
        close.focus();
    }

    void lookAgain() {
        mine.queries()
                .find(request.id())
                .filter(now -> now.version() != request.version())
                .ifPresent(this::show);
    }

    private void show(SeatRequest now) {
        request = now;
        boolean mayAsk = mine.changeSeats().mayAsk();
        move.setVisible(mayAsk && now.state() == RequestState.SCHEDULED);
        cancel.setVisible(mayAsk && now.state().after(Step.CANCEL).isPresent());
        facts.removeAll();
        facts.add(
                Pieces.row(
                        "portico-detail-head",
                        Pieces.twoLines(
                                new H2(now.productName()),
                                Pieces.muted(mine.text("my.number", now.vendorName(), Long.toString(now.number())))),
                        close),
                Pieces.row(
                        "portico-chips",
                        new Span(mine.text(
                                "my.wanted",
                                now.baseSeats(),
                                now.wantedSeats(),
                                mine.words().difference(now.baseSeats(), now.wantedSeats()))),
                        mine.pieces().clientBadge(now.state())));
        String words = mine.pieces().clientWords(now);
        if (!words.isBlank()) {
            facts.add(now.state() == RequestState.FAILED ? Pieces.problem(words) : new Span(words));
        }
        facts.add(list());
        history.removeAll();
        history.add(mine.pieces().history(mine.queries().history(now.id())));
    }

    private Component list() {
        Facts list = new Facts()
                .add(mine.text("my.requester"), request.requestedBy())
                .add(mine.text("my.asked"), mine.times().exact(request.createdAt()))
                .add(mine.text("my.why"), request.note())
                .add(mine.text("my.reason"), request.reason());
        mine.words()
                .perMonth(request.money(), request.baseSeats(), request.wantedSeats())
                .forEach(line -> list.add(mine.text("my.money"), line));
        return list.content();
    }

    private void move() {
        SeatRequest now = request;
        mine.schedule().open(
                now, content, day -> mine.requests().move(now.id(), now.version(), day), result -> tell(result, "my.moved"));
    }

    private void cancel() {
        SeatRequest now = request;
        context.confirm(
                mine.text("my.cancel.title"),
                mine.text("my.cancel.text", now.productName()),
                mine.text("my.cancel"),
                () -> tell(mine.requests().cancel(now.id(), now.version()), "my.cancelled"));
    }

    private void tell(RequestResult result, String done) {
        told.removeAll();
        switch (result) {
            case RequestResult.Done(SeatRequest now) -> {
                context.notify(mine.text(done, Long.toString(now.number())));
                show(now);
            }
            case RequestResult.Refused(String reason) -> told.add(Pieces.problem(reason));
            case RequestResult.Overtaken(SeatRequest now, String reason) -> {
                told.add(Pieces.problem(reason));
                show(now);
            }
            case RequestResult.Rebased(SeatRequest now, String reason) -> {
                told.add(Pieces.warning(reason));
                show(now);
            }
        }
        changed.run();
    }
}
