package dev.portico.pax8.licensing.push;

import dev.portico.pax8.licensing.requests.Change;
import dev.portico.pax8.licensing.requests.OpenRequests;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.requests.RequestStore;
import dev.portico.pax8.licensing.requests.RequestTexts;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.SeatAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends one write to Pax8. That it is about to be sent is committed before it is, so that whoever finds the request
 * after a crash knows that it may have been.
 */
final class Writer {

    /** A write that leaves later than this after it was noted could arrive when nobody counts on it any more. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final PartnerClient partner;
    private final RequestStore store;
    private final OpenRequests open;
    private final RequestTexts texts;
    private final Clock clock;

    Writer(PartnerClient partner, RequestStore store, OpenRequests open, RequestTexts texts, Clock clock) {
        this.partner = partner;
        this.store = store;
        this.open = open;
        this.texts = texts;
        this.clock = clock;
    }

    void send(SeatRequest request, long current) throws InterruptedException {
        AtomicReference<SeatRequest> sent = new AtomicReference<>(request);
        SeatAnswer answer = partner.changeSeats(
                request.subscriptionId(), request.wantedSeats(), () -> noted(request, current, sent));
        SeatRequest now = sent.get();
        switch (answer) {
            case SeatAnswer.NotSent none -> {
                // why nothing: somebody else was faster, or the note says when to look what became of it
            }
            case SeatAnswer.Accepted yes -> open.accepted(now);
            case SeatAnswer.Refused(int status, String reason) -> store.change(
                    now, Change.of(Step.FAIL, Pusher.SYSTEM, texts.text("request.failed.refused", reason)).problem(reason));
            case SeatAnswer.NotNow(String reason, Optional<Duration> retryAfter) ->
                open.notDone(now, clock.instant().plus(retryAfter.orElse(Backoff.after(now.checks() + 1))), reason);
            case SeatAnswer.Unclear(String reason) ->
                open.wait(now, clock.instant().plus(Backoff.after(0)), reason);
        }
    }

    private boolean noted(SeatRequest request, long current, AtomicReference<SeatRequest> sent) {
        Instant start = clock.instant();
        Change change = Change.of(
                        Step.SEND, Pusher.SYSTEM, texts.text("request.sent", current, request.wantedSeats()))
                .sent(start, request.sends() + 1)
                .lookAgain(Optional.of(start.plus(Backoff.after(0))));
        Optional<SeatRequest> noted = store.change(request, change);
        noted.ifPresent(sent::set);
        return noted.isPresent() && clock.instant().isBefore(start.plus(FRESH));
    }
}
