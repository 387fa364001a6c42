package dev.portico.pax8.licensing.detail;

import static dev.portico.pax8.licensing.requests.Subject.ENDED;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.StatusBadge;
import dev.portico.pax8.licensing.change.ChangeSeatsDialog.Subject;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.licensing.requests.RequestQueries.Sort;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.sync.SyncJobs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One subscription as it is shown. Follows what syncs and others do with it. */
final class DetailPanel {

    private static final int MOST_REQUESTS = 100;

    private final DetailParts parts;
    private final UUID id;
    private final HasComponents place;
    private final ScreenContext context;
    private final Runnable changed;
    private final Button close;
    private final Div content = new Div();
    private final Div body = new Div();
    private List<Object> shown = List.of();

    DetailPanel(
            DetailParts parts,
            SubscriptionDetail detail,
            HasComponents place,
            ScreenContext context,
            Runnable changed,
            Runnable close) {
        this.parts = parts;
        this.id = detail.id();
        this.place = place;
        this.context = context;
        this.changed = changed;
        this.close = Pieces.iconButton(VaadinIcon.CLOSE, text("subscription.close"), close);
        body.addClassName("portico-form");
        content.addClassName("portico-detail");
        content.getElement().setAttribute("role", "region");
        content.getElement().setAttribute("aria-label", text("subscription.detail"));
        content.add(
                Pieces.row(
                        "portico-detail-head",
                        Pieces.twoLines(new H2(detail.product()), Pieces.muted(origin(detail))),
                        this.close),
                body);
        show(detail);
    }

    Component content() {
        return content;
    }

    void focus() {
        close.focus();
    }

    /** Shows what is different by now; says so if the subscription is gone. */
    void lookAgain() {
        parts.details().find(id).ifPresentOrElse(this::show, () -> {
            shown = List.of();
            body.removeAll();
            body.add(Pieces.problem(text("subscription.gone")));
        });
    }

    private void show(SubscriptionDetail detail) {
        List<SeatMove> moves = parts.details().moves(id);
        List<SeatRequest> requests = parts.requests()
                .page(
                        new RequestFilter("", Set.of(), Optional.empty(), Optional.empty(), Optional.of(id)),
                        Sort.CREATED,
                        false,
                        0,
                        MOST_REQUESTS);
        List<Object> state = List.of(detail, moves, requests, parts.summary().asOf(SyncJobs.SUBSCRIPTIONS));
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        body.removeAll();
        body.add(Pieces.row(
                "portico-chips",
                new Span(text("licensing.seats-of", detail.seats())),
                StatusBadge.of(detail.status(), parts.messages())));
        requests.stream().filter(request -> request.state().open()).forEach(request -> body.add(open(request)));
        // why not only active ones: Pax8 shows a changed one as provisioning for a while, and may do so for ever
        if (!ENDED.contains(detail.status())) {
            if (parts.change().mayAsk()) {
                body.add(changeButton(detail));
            }
            section("subscription.possible", possibilities(detail));
        }
        body.add(new DetailFacts(parts).of(detail));
        if (detail.money().isPresent()) {
            detail.ids().product().ifPresent(product ->
                    body.add(new LivePriceBox(parts, detail, product).content()));
        }
        section("subscription.rule", parts.rule().of(id, detail.vendor()));
        body.add(new H3(text("subscription.history")));
        if (!moves.isEmpty()) {
            body.add(new Sparkline(parts.messages()).of(detail.firstSeen(), moves, parts.clock().instant()));
        }
        body.add(new SeatHistory(parts, context).of(moves, requests));
    }

    private Button changeButton(SubscriptionDetail detail) {
        Button button = new Button(
                text("subscription.change"),
                click -> parts.change()
                        .open(
                                new Subject(id, detail.product(), detail.company(), detail.seats()),
                                place,
                                context,
                                request -> {
                                    lookAgain();
                                    changed.run();
                                }));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Component open(SeatRequest request) {
        Button button = new Button(text("subscription.request.see"), click -> openRequest(request.id()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        Div box = new Div(new Paragraph(new RequestWords(parts).of(request)), button);
        box.addClassName("portico-panel");
        return box;
    }

    private void openRequest(UUID request) {
        context.navigate("licensing/requests?request=" + request);
    }

    /** What the commitment allows, for one seat more and one less. */
    private List<String> possibilities(SubscriptionDetail detail) {
        return List.of(
                text("subscription.possible.more", possibility(detail, detail.seats() + 1)),
                text("subscription.possible.fewer", possibility(detail, detail.seats() - 1)));
    }

    private String possibility(SubscriptionDetail detail, long wanted) {
        return parts.reasons()
                .text(parts.commitments().possibility(id, detail.seats(), wanted), parts.clock().instant());
    }

    private void section(String titleKey, List<String> sentences) {
        Div lines = new Div();
        lines.addClassName("portico-facts");
        sentences.forEach(sentence -> lines.add(new Span(sentence)));
        body.add(new H3(text(titleKey)), lines);
    }

    private String origin(SubscriptionDetail detail) {
        return detail.vendor().isEmpty()
                ? detail.company()
                : text("subscription.origin", detail.vendor(), detail.company());
    }

    private String text(String key, Object... arguments) {
        return parts.messages().text(key, arguments);
    }
}
