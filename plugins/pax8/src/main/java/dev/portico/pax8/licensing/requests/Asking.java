package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.licensing.requests.RequestResult.Done;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import dev.portico.pax8.licensing.rules.Decision;
import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.Rule;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.licensing.terms.Commitments;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;

/** Makes requests: what the rules say of a wish, and what becomes of it. */
final class Asking {

    private final Subjects subjects;
    private final RequestStore store;
    private final SettingsStore settings;
    private final Commitments commitments;
    private final Acting acting;
    private final RequestTexts texts;
    private final Possibility possibility;
    private final Clock clock;

    Asking(
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

    Preview preview(UUID subscriptionId, long wantedSeats) {
        acting.mustAsk();
        Subject subject = subjects.find(subscriptionId, acting.companies())
                .orElseThrow(() -> new SubscriptionOutOfSight(texts.text("request.gone")));
        LicensingSettings now = settings.now();
        DecisionCase asked = asked(subject, wantedSeats);
        Decision decision = decide(asked, now);
        return new Preview(
                subject.seats(),
                asked.rule().limits(now.rules()),
                decision,
                texts.reason(decision),
                commitments.possibility(subscriptionId, subject.seats(), wantedSeats),
                acting.visible(subject.money(), now));
    }

    RequestResult ask(Ask ask) {
        acting.mustAsk();
        Optional<Subject> found = subjects.find(ask.subscriptionId(), acting.companies());
        if (found.isEmpty()) {
            return new Refused(texts.text("request.gone"));
        }
        Subject subject = found.get();
        LicensingSettings now = settings.now();
        DecisionCase asked = asked(subject, ask.wantedSeats());
        Decision decision = decide(asked, now);
        return obstacle(ask, subject, decision)
                .<RequestResult>map(Refused::new)
                .orElseGet(() -> make(ask, subject, asked, decision, now));
    }

    SeatRequest visible(SeatRequest request) {
        return acting.visible(request, settings.now());
    }

    private Optional<String> obstacle(Ask ask, Subject subject, Decision decision) {
        if (subject.ended()) {
            return Optional.of(texts.text("request.ended", subject.status()));
        }
        if (ask.seenSeats() != subject.seats()) {
            return Optional.of(texts.text("request.moved", subject.seats(), ask.seenSeats()));
        }
        if (decision.outcome() == Rule.Outcome.REFUSED) {
            return Optional.of(texts.reason(decision));
        }
        if (ask.scheduledFor().filter(day -> !day.isAfter(clock.instant())).isPresent()) {
            return Optional.of(texts.text("request.past"));
        }
        return possibility.obstacle(
                commitments.possibility(subject.subscriptionId(), subject.seats(), ask.wantedSeats()),
                ask.scheduledFor());
    }

    private RequestResult make(Ask ask, Subject subject, DecisionCase asked, Decision decision, LicensingSettings now) {
        try {
            return new Done(store.add(new NewRequest(
                    UUID.randomUUID(),
                    first(decision, ask, subject, now),
                    subject,
                    ask.wantedSeats(),
                    acting.name(),
                    acting.isClient(),
                    ask.note().strip(),
                    ask.scheduledFor(),
                    decision.rule(),
                    texts.reason(decision),
                    now.version(),
                    asked)));
        } catch (DuplicateKeyException anotherIsOpen) {
            DecisionCase overtaken =
                    new DecisionCase(asked.current(), asked.wanted(), asked.vendor(), asked.rule(), true);
            return new Refused(texts.reason(new Decision(
                    Rule.ANOTHER_OPEN, Decision.of(overtaken, now.rules()).arguments())));
        }
    }

    private static RequestState first(Decision decision, Ask ask, Subject subject, LicensingSettings now) {
        if (decision.outcome() == Rule.Outcome.HELD) {
            return RequestState.PENDING;
        }
        if (ask.scheduledFor().isPresent()) {
            return RequestState.SCHEDULED;
        }
        return now.vendorsByHand().contains(subject.vendorName()) ? RequestState.BY_HAND : RequestState.APPROVED;
    }

    private DecisionCase asked(Subject subject, long wanted) {
        return new DecisionCase(
                subject.seats(),
                wanted,
                subject.vendorName(),
                settings.ruleOf(subject.subscriptionId()),
                subject.requestOpen());
    }

    /** Staff that may decide is bound by what cannot be, not by the limits for clients. */
    private Decision decide(DecisionCase asked, LicensingSettings now) {
        Decision decision = Decision.of(asked, now.rules());
        return acting.decides() ? new Decision(ruleForStaff(asked), decision.arguments()) : decision;
    }

    private static Rule ruleForStaff(DecisionCase asked) {
        if (asked.wanted() <= 0) {
            return Rule.NOT_POSITIVE;
        }
        if (asked.wanted() == asked.current()) {
            return Rule.NO_CHANGE;
        }
        return asked.anotherOpen() ? Rule.ANOTHER_OPEN : Rule.STAFF_DECIDES;
    }
}
