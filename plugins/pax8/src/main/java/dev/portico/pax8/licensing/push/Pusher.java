package dev.portico.pax8.licensing.push;

import dev.portico.pax8.licensing.requests.Change;
import dev.portico.pax8.licensing.requests.OpenRequests;
import dev.portico.pax8.licensing.requests.OpenRequests.Due;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.requests.RequestStore;
import dev.portico.pax8.licensing.requests.RequestTexts;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.Subject;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.licensing.terms.Commitments;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerProblem;
import dev.portico.pax8.partner.PartnerSubscription;
import dev.portico.pax8.sync.SubscriptionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings one request one step further: reads how the subscription stands at Pax8, which alone tells what is so, and
 * does what follows from it. Each call changes the request or sets the time of the next one.
 */
final class Pusher {

    static final String SYSTEM = "system";

    private static final int MOST_SENDS = 5;
    private static final Duration STOPPED = Duration.ofMinutes(1);

    private final PartnerClient partner;
    private final SubscriptionStore subscriptions;
    private final RequestStore store;
    private final OpenRequests open;
    private final SettingsStore settings;
    private final Commitments commitments;
    private final Writer writer;
    private final RequestTexts texts;
    private final PushSettings patience;
    private final Clock clock;

    Pusher(
            PartnerClient partner,
            SubscriptionStore subscriptions,
            RequestStore store,
            OpenRequests open,
            SettingsStore settings,
            Commitments commitments,
            Writer writer,
            RequestTexts texts,
            PushSettings patience,
            Clock clock) {
        this.partner = partner;
        this.subscriptions = subscriptions;
        this.store = store;
        this.open = open;
        this.settings = settings;
        this.commitments = commitments;
        this.writer = writer;
        this.texts = texts;
        this.patience = patience;
        this.clock = clock;
    }

    /** Looks at the request, and returns how it stands then. */
    SeatRequest push(Due due) throws InterruptedException {
        look(due, settings.now());
        return store.get(due.request().id());
    }

    /** A look broke off for a reason that is not known; the next one comes later. */
    void faulty(SeatRequest request) {
        lookAgain(request, texts.text("request.fault"));
    }

    private void look(Due due, LicensingSettings now) throws InterruptedException {
        SeatRequest request = due.request();
        if (request.state() == RequestState.APPROVED && now.vendorsByHand().contains(request.vendorName())) {
            change(request, Step.HAND_OVER, texts.step(Step.HAND_OVER, ""), "");
            return;
        }
        if (request.state() == RequestState.APPROVED && now.writesStopped()) {
            open.wait(request, clock.instant().plus(STOPPED), texts.text("request.stopped"));
            return;
        }
        Optional<PartnerSubscription> read;
        try {
            read = partner.subscription(request.subscriptionId());
        } catch (PartnerProblem notNow) {
            lookAgain(request, notNow.getMessage());
            return;
        }
        if (read.isEmpty() || Subject.ENDED.contains(String.valueOf(read.get().status()))) {
            over(request, read.isEmpty());
            return;
        }
        if (read.get().quantity() == null) {
            lookAgain(request, texts.text("request.no-quantity"));
            return;
        }
        long seats = SubscriptionStore.whole(read.get().quantity()).longValueExact();
        // why before what follows: who looks at the outcome must find the seats that it was made from
        subscriptions.write(read.get());
        if (seats == request.wantedSeats() && request.state() != RequestState.SCHEDULED) {
            change(request, Step.CONFIRM, texts.text("request.confirmed", seats), "");
        } else if (request.state() == RequestState.APPLYING) {
            settle(due, seats, now);
        } else if (seats != request.baseSeats()) {
            store.change(
                    request,
                    Change.of(Step.REBASE, SYSTEM, texts.rebased(request, seats)).base(seats).lookAgain(Optional.empty()));
        } else {
            start(request, seats);
        }
    }

    /** It is approved, or its day has come, and Pax8 shows what it was decided on. */
    private void start(SeatRequest request, long seats) throws InterruptedException {
        SeatChange possible = commitments.possibility(request.subscriptionId(), seats, request.wantedSeats());
        if (request.state() == RequestState.SCHEDULED) {
            if (possible instanceof SeatChange.NotBefore(Instant start) && start.isAfter(clock.instant())) {
                store.change(
                        request,
                        Change.of(Step.SCHEDULE, SYSTEM, texts.scheduled(start, ""))
                                .scheduledFor(Optional.of(start))
                                .lookAgain(Optional.of(start)));
            } else {
                store.change(
                        request,
                        Change.of(Step.APPROVE, SYSTEM, texts.text("request.day-has-come")).lookAgain(Optional.empty()));
            }
        } else if (possible instanceof SeatChange.NotBefore later) {
            fail(request, texts.impossible(later));
        } else if (possible instanceof SeatChange.Never) {
            fail(request, texts.text("request.never"));
        } else {
            writer.send(request, seats);
        }
    }

    /** A write was sent, or was about to be, and Pax8 does not show it. */
    private void settle(Due due, long seats, LicensingSettings now) throws InterruptedException {
        SeatRequest request = due.request();
        Instant time = clock.instant();
        if (seats != request.baseSeats()) {
            fail(request, texts.text("request.failed.other", seats));
        } else if (due.acceptedAt().isPresent()) {
            if (time.isBefore(due.acceptedAt().get().plus(patience.confirmLimit()))) {
                lookAgain(request, texts.text("request.unconfirmed", seats));
            } else {
                fail(request, texts.text("request.failed.unconfirmed", seats));
            }
        } else if (request.sentAt().filter(sent -> time.isBefore(sent.plus(patience.settleTime()))).isPresent()) {
            Instant settled = request.sentAt().get().plus(patience.settleTime());
            Instant next = time.plus(Backoff.after(request.checks()));
            open.wait(request, next.isBefore(settled) ? next : settled, waits(request));
        } else if (request.sends() >= MOST_SENDS) {
            fail(request, texts.text("request.failed.unanswered", request.sends(), seats));
        } else if (now.writesStopped()) {
            open.wait(request, time.plus(STOPPED), texts.text("request.stopped"));
        } else {
            writer.send(request, seats);
        }
    }

    /** Pax8 has no such subscription, or it has ended. */
    private void over(SeatRequest request, boolean gone) {
        String text = texts.text(gone ? "request.closed.gone" : "request.closed.ended");
        change(request, request.state() == RequestState.APPLYING ? Step.FAIL : Step.CLOSE, text, text);
    }

    private String waits(SeatRequest request) {
        return request.problem().isEmpty() ? texts.text("request.unclear") : request.problem();
    }

    private void lookAgain(SeatRequest request, String problem) {
        open.wait(request, clock.instant().plus(Backoff.after(request.checks())), problem);
    }

    private void fail(SeatRequest request, String text) {
        change(request, Step.FAIL, text, text);
    }

    /** If somebody else is faster, the next look finds what they made of it. */
    private void change(SeatRequest request, Step step, String text, String problem) {
        store.change(request, Change.of(step, SYSTEM, text).problem(problem));
    }
}
