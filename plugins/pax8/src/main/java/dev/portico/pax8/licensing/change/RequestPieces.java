package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.StatusBadge;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestStep;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Shows parts of requests: their change, state and history. */
public final class RequestPieces {

    private final ChangeWords words;
    private final Messages messages;
    private final RelativeTimes times;

    RequestPieces(ChangeWords words, Messages messages, RelativeTimes times) {
        this.words = words;
        this.messages = messages;
        this.times = times;
    }

    /** Seats now and wanted, with the difference below. */
    public Component change(SeatRequest request) {
        return Pieces.twoLines(
                new Span(words.fromTo(request.baseSeats(), request.wantedSeats())),
                Pieces.muted(words.difference(request.baseSeats(), request.wantedSeats())));
    }

    /** The state in the words of staff. */
    public Badge badge(RequestState state) {
        return Pieces.badge(messages.text("change.state." + key(state)), colour(state));
    }

    /** The state in the words of clients. */
    public Badge clientBadge(RequestState state) {
        return Pieces.badge(messages.text("change.client." + key(state)), colour(state));
    }

    /** Where a subscription stands, by Pax8's own word. */
    public Badge status(String status) {
        return StatusBadge.of(status, messages);
    }

    /** More about the state, in the words of clients; empty if the badge says it all. */
    public String clientWords(SeatRequest request) {
        return switch (request.state()) {
            case SCHEDULED -> request.scheduledFor()
                    .map(day -> messages.text("change.client-words.scheduled", words.day(day)))
                    .orElse("");
            case FAILED -> request.problem();
            case REJECTED -> request.decisionNote();
            default -> "";
        };
    }

    /** How long ago, with the exact time for those who hover. */
    public Span ago(Instant time) {
        Span span = new Span(times.of(time));
        span.setTitle(times.exact(time));
        return span;
    }

    /** Everything that happened, oldest first. */
    public Component history(List<RequestStep> steps) {
        UnorderedList list = new UnorderedList();
        list.addClassName("portico-history");
        for (RequestStep step : steps) {
            Span when = Pieces.muted(messages.text("change.history", who(step.actor()), times.of(step.at())));
            when.setTitle(times.exact(step.at()));
            list.add(new ListItem(new Span(step.text()), when));
        }
        return list;
    }

    private String who(String actor) {
        return actor.equals("system") ? messages.text("change.by-itself") : actor;
    }

    private static String key(RequestState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static BadgeVariant[] colour(RequestState state) {
        return switch (state) {
            case PENDING, BY_HAND -> new BadgeVariant[] {BadgeVariant.WARNING};
            case APPLIED -> new BadgeVariant[] {BadgeVariant.SUCCESS};
            case FAILED -> new BadgeVariant[] {BadgeVariant.ERROR};
            case SCHEDULED, APPROVED, APPLYING, REJECTED, CANCELLED -> new BadgeVariant[] {};
        };
    }
}
