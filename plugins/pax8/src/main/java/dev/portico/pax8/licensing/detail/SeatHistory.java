package dev.portico.pax8.licensing.detail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.Pieces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What happened to the seats, newest first: every change, and requests that came to nothing or show no change yet. */
final class SeatHistory {

    private final DetailParts parts;
    private final ScreenContext context;

    SeatHistory(DetailParts parts, ScreenContext context) {
        this.parts = parts;
        this.context = context;
    }

    Component of(List<SeatMove> moves, List<SeatRequest> requests) {
        List<Line> lines = new ArrayList<>();
        moves.forEach(move -> lines.add(line(move)));
        Set<UUID> shown = moves.stream()
                .flatMap(move -> move.request().stream())
                .map(SeatMove.ByRequest::id)
                .collect(Collectors.toSet());
        requests.stream()
                .filter(request -> !request.state().open() && !shown.contains(request.id()))
                .forEach(request -> lines.add(line(request)));
        if (lines.isEmpty()) {
            return Pieces.muted(parts.messages().text("subscription.history.none"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("portico-history");
        lines.stream().sorted(Comparator.comparing(Line::at).reversed()).forEach(line -> list.add(item(line)));
        return list;
    }

    private Line line(SeatMove move) {
        String change = parts.changes().fromTo(move.from(), move.to());
        return move.request()
                .map(request -> new Line(
                        move.at(),
                        parts.messages().text(
                                "subscription.history.by-request",
                                change,
                                Long.toString(request.number()),
                                request.requestedBy()),
                        Optional.of(request.id())))
                .orElseGet(() -> new Line(
                        move.at(), parts.messages().text("subscription.history.outside", change), Optional.empty()));
    }

    private Line line(SeatRequest request) {
        return new Line(
                request.closedAt().orElse(request.changedAt()),
                new RequestWords(parts).of(request),
                Optional.of(request.id()));
    }

    private ListItem item(Line line) {
        Span when = Pieces.muted(parts.times().of(line.at()));
        when.setTitle(parts.times().exact(line.at()));
        ListItem item = new ListItem(new Span(line.text()), when);
        line.request().ifPresent(request -> {
            Button see = new Button(
                    parts.messages().text("subscription.request.see"),
                    click -> context.navigate("licensing/requests?request=" + request));
            see.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            item.add(see);
        });
        return item;
    }

    private record Line(Instant at, String text, Optional<UUID> request) {}
}
