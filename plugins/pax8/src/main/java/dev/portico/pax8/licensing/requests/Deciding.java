package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.licensing.requests.RequestResult.Done;
import dev.portico.pax8.licensing.requests.RequestResult.Overtaken;
import dev.portico.pax8.licensing.requests.RequestResult.Rebased;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.licensing.terms.Commitments;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;

/** Decides and changes requests that were made. */
final class Deciding {

    private final Subjects subjects;
    private final RequestStore store;
    private final SettingsStore settings;
    private final Commitments commitments;
    private final Acting acting;
    private final RequestTexts texts;
    private final Possibility possibility;
    private final Clock clock;

    Deciding(
            Subjects subjects,
            RequestStore store,
            SettingsStore settings,
            Commitments commitments,
            Acting acting,
            RequestTexts texts,
            Clock clock) {
        this.subjects = subjects;
        this.store = store;
        this.settings = settings;
        this.commitments = commitments;
        this.acting = acting;
        this.texts = texts;
        this.possibility = new Possibility(texts);
        this.clock = clock;
    }

    RequestResult cancel(UUID id, int version) {
        acting.mustAsk();
        return step(id, version, Step.CANCEL, request -> change(request, said(Step.CANCEL, "")));
    }

    RequestResult reject(UUID id, int version, String reason) {
        acting.mustDecide();
        return step(id, version, Step.REJECT, request ->
                change(request, said(Step.REJECT, reason).decided(clock.instant(), reason.strip())));
    }

    RequestResult retry(UUID id, int version) {
        acting.mustDecide();
        return step(id, version, Step.RETRY, request ->
                change(request, said(Step.RETRY, "").unsent().lookAgain(Optional.empty())));
    }

    RequestResult schedule(UUID id, int version, Instant when) {
        acting.mustDecide();
        if (!when.isAfter(clock.instant())) {
            return new Refused(texts.text("request.past"));
        }
        return step(id, version, Step.SCHEDULE, request -> onTheSubscription(request, subject -> possibility
                .obstacle(possible(subject, request), Optional.of(when))
                .<RequestResult>map(Refused::new)
                .orElseGet(() -> change(request, scheduled(when, "")))));
    }

    RequestResult move(UUID id, int version, Instant when) {
        acting.mustAsk();
        if (!when.isAfter(clock.instant())) {
            return new Refused(texts.text("request.past"));
        }
        return step(id, version, Step.SCHEDULE, request -> onTheSubscription(request, subject -> obstacleToMove(
                        request, subject, when)
                .<RequestResult>map(Refused::new)
                .orElseGet(() -> change(
                        request,
                        Change.of(Step.SCHEDULE, acting.name(), texts.scheduled(when, ""))
                                .scheduledFor(Optional.of(when))
                                .lookAgain(Optional.of(when))))));
    }

    private Optional<String> obstacleToMove(SeatRequest request, Subject subject, Instant when) {
        if (request.state() != RequestState.SCHEDULED) {
            return Optional.of(texts.text("request.not-now", texts.state(request.state())));
        }
        Optional<Instant> approvedFor = request.scheduledFor()
                .filter(day -> !acting.decides() && !request.decidedBy().isEmpty() && when.isBefore(day));
        if (approvedFor.isPresent()) {
            return Optional.of(texts.text("request.earlier", texts.day(approvedFor.get())));
        }
        return possibility.obstacle(possible(subject, request), Optional.of(when));
    }

    RequestResult approve(UUID id, int version, String note) {
        acting.mustDecide();
        return step(id, version, Step.APPROVE, request -> onTheSubscription(request, subject -> approve(
                request, subject, note.strip())));
    }

    private RequestResult approve(SeatRequest request, Subject subject, String note) {
        // why the first: what is wanted is there already, which the push finds out and says
        if (subject.seats() != request.wantedSeats() && subject.seats() != request.baseSeats()) {
            return rebase(request, subject.seats());
        }
        // why: whoever approves what is scheduled already wants it now
        Optional<Instant> day = request.state() == RequestState.PENDING
                ? request.scheduledFor().filter(when -> when.isAfter(clock.instant()))
                : Optional.empty();
        Optional<String> obstacle = possibility.obstacle(possible(subject, request), day);
        if (obstacle.isPresent()) {
            return new Refused(obstacle.get());
        }
        if (day.isPresent()) {
            return change(request, scheduled(day.get(), note));
        }
        Step step = request.state() == RequestState.PENDING
                        && settings.now().vendorsByHand().contains(request.vendorName())
                ? Step.HAND_OVER
                : Step.APPROVE;
        return change(request, said(step, note)
                .decided(clock.instant(), note)
                .scheduledFor(Optional.empty())
                .lookAgain(Optional.empty()));
    }

    private RequestResult rebase(SeatRequest request, long seats) {
        String text = texts.rebased(request, seats);
        return change(request, Change.of(Step.REBASE, acting.name(), text).base(seats)) instanceof Done(SeatRequest now)
                ? new Rebased(now, text)
                : overtaken(request.id());
    }

    /** Does something with a request that the user may see, that is as it was seen, and where it is allowed. */
    private RequestResult step(UUID id, int version, Step step, Function<SeatRequest, RequestResult> work) {
        Optional<SeatRequest> found = store.find(id, acting.companies());
        if (found.isEmpty()) {
            return new Refused(texts.text("request.not-found"));
        }
        SeatRequest request = found.get();
        if (request.state() == RequestState.APPLYING && request.state().after(step).isEmpty()) {
            return new Refused(texts.text("request.sending"));
        }
        if (request.version() != version) {
            return overtaken(id);
        }
        if (request.state().after(step).isEmpty()) {
            return new Refused(texts.text("request.not-now", texts.state(request.state())));
        }
        return work.apply(request);
    }

    private RequestResult onTheSubscription(SeatRequest request, Function<Subject, RequestResult> work) {
        Optional<Subject> subject = subjects.find(request.subscriptionId(), acting.companies());
        return subject.isEmpty() || subject.get().ended()
                ? new Refused(texts.text("request.subscription-gone"))
                : work.apply(subject.get());
    }

    private RequestResult change(SeatRequest request, Change change) {
        try {
            return store.change(request, change)
                    .<RequestResult>map(Done::new)
                    .orElseGet(() -> overtaken(request.id()));
        } catch (DuplicateKeyException anotherIsOpen) {
            return new Refused(texts.text("request.another-open"));
        }
    }

    private RequestResult overtaken(UUID id) {
        SeatRequest now = store.get(id);
        RequestStep last = store.steps(id).getLast();
        return now.state() == RequestState.APPLYING
                ? new Overtaken(now, texts.text("request.sending"))
                : new Overtaken(now, texts.text("request.overtaken", last.actor(), last.text()));
    }

    private Change scheduled(Instant day, String note) {
        return Change.of(Step.SCHEDULE, acting.name(), texts.scheduled(day, note))
                .decided(clock.instant(), note)
                .scheduledFor(Optional.of(day))
                .lookAgain(Optional.of(day));
    }

    private Change said(Step step, String words) {
        return Change.of(step, acting.name(), texts.step(step, words));
    }

    private SeatChange possible(Subject subject, SeatRequest request) {
        return commitments.possibility(subject.subscriptionId(), subject.seats(), request.wantedSeats());
    }
}
