package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.Facts;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Everything at hand to decide one request. What the user types stays while the facts around it change. */
final class RequestDetail {

    private static final Set<RequestState> NOT_SENT =
            EnumSet.of(RequestState.PENDING, RequestState.SCHEDULED, RequestState.APPROVED);

    private final Desk desk;
    private final Outlook outlook;
    private final Div facts = new Div();
    private final RequestActions actions;
    private final Div history = new Div();
    private final Button close;
    private final Div content = new Div();
    private SeatRequest request;

    RequestDetail(Desk desk, ScreenContext context, SeatRequest request, Runnable changed, Runnable close) {
        this.desk = desk;
        this.request = request;
        outlook = new Outlook(desk);
        actions = new RequestActions(desk, context, content, now -> {
            show(now);
            changed.run();
        });
        this.close = Pieces.iconButton(VaadinIcon.CLOSE, desk.text("desk.detail.close"), close);
        facts.addClassName("portico-form");
        content.addClassName("portico-detail");
        content.getElement().setAttribute("role", "region");
        content.getElement().setAttribute("aria-label", desk.text("desk.detail"));
        content.add(facts, actions.content(), new H3(desk.text("desk.history")), history);
        show(request);
    }

    Component content() {
        return content;
    }

    SeatRequest request() {
        return request;
    }

    boolean isTyped() {
        return actions.isTyped();
    }

    void focus() {
        close.focus();
    }

    /** Follows what others and the push do with it. */
    void lookAgain() {
        desk.queries()
                .find(request.id())
                .filter(now -> now.version() != request.version())
                .ifPresent(this::show);
    }

    private void show(SeatRequest now) {
        request = now;
        facts.removeAll();
        facts.add(head(), change());
        if (!now.problem().isBlank()) {
            facts.add(Pieces.problem(now.problem()));
        }
        if (NOT_SENT.contains(now.state())) {
            outlook.of(now).forEach(facts::add);
        }
        facts.add(list());
        history.removeAll();
        history.add(desk.pieces().history(desk.queries().history(now.id())));
        actions.show(now);
    }

    private Component head() {
        return Pieces.row(
                "portico-detail-head",
                Pieces.twoLines(
                        new H2(request.productName()),
                        Pieces.muted(desk.text("desk.of", request.companyName(), Long.toString(request.number())))),
                close);
    }

    private Component change() {
        return Pieces.row(
                "portico-chips",
                new Span(desk.text(
                        "desk.change",
                        Figures.count(request.baseSeats()),
                        request.wantedSeats(),
                        desk.words().difference(request.baseSeats(), request.wantedSeats()))),
                desk.pieces().badge(request.state()));
    }

    private Component list() {
        Facts list = new Facts()
                .add(desk.text("desk.requester"), desk.text(
                        request.byClient() ? "desk.by-client" : "desk.by-staff",
                        request.requestedBy(),
                        desk.times().exact(request.createdAt())))
                .add(desk.text("desk.why"), request.note())
                .add(desk.text("desk.reason"), request.reason())
                .add(desk.text("desk.settings"), desk.text("desk.settings.version", request.settingsVersion()))
                .add(desk.text("desk.vendor"), request.vendorName());
        desk.words()
                .perMonth(request.money(), request.baseSeats(), request.wantedSeats())
                .forEach(line -> list.add(desk.text("desk.money"), line));
        request.commitmentEnd().ifPresent(end -> list.add(desk.text("desk.commitment"), desk.words().contractDay(end)));
        request.scheduledFor().ifPresent(day -> list.add(desk.text("desk.scheduled"), desk.words().day(day)));
        request.decidedAt().ifPresent(at -> list.add(desk.text("desk.decided"), decided(at)));
        list.add(desk.text("desk.answer"), request.decisionNote());
        return list.content();
    }

    private String decided(Instant at) {
        return desk.text("desk.by", request.decidedBy(), desk.times().exact(at));
    }
}
