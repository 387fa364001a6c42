package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.rules.Decision;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.texts.Days;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** What requests say, in sentences. */
public final class RequestTexts {

    private final Messages messages;
    private final Reasons reasons;
    private final Clock clock;

    RequestTexts(Messages messages, Reasons reasons, Clock clock) {
        this.messages = messages;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** A text of the requests. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    String reason(Decision decision) {
        return reasons.text(decision);
    }

    String day(Instant time) {
        return Days.of(time, clock.instant());
    }

    /** Why a change is not possible now, and what to do about it. */
    public String impossible(SeatChange.NotBefore later) {
        return messages.text("request.not-before", day(later.start()));
    }

    /** That the number of seats has changed since the request was made. */
    public String rebased(SeatRequest request, long seats) {
        return messages.text("request.rebased", seats, request.baseSeats(), request.wantedSeats());
    }

    /** That it is to be done on a later day. */
    public String scheduled(Instant day, String words) {
        return withWords(messages.text("request.scheduled", day(day)), words);
    }

    /** The state as a word. */
    public String state(RequestState state) {
        return messages.text("request.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What happened in a step, with the words somebody gave along. */
    public String step(Step step, String words) {
        return withWords(
                messages.text("request.step." + step.name().toLowerCase(Locale.ROOT).replace('_', '-')), words);
    }

    private String withWords(String text, String words) {
        return words.isBlank() ? text : messages.text("request.step-words", text, words.strip());
    }
}
