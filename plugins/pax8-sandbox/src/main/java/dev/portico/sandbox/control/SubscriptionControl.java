package dev.portico.sandbox.control;

import dev.portico.sandbox.data.Commitment;
import dev.portico.sandbox.data.CommitmentRule;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Subscription;
import dev.portico.sandbox.faults.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/** Subscriptions as seen and changed from outside of the portal, past the rules of the vendors. */
@Component
public class SubscriptionControl {

    private final Portfolio portfolio;
    private final Journal journal;
    private final Clock clock;

    SubscriptionControl(Portfolio portfolio, Journal journal, Clock clock) {
        this.portfolio = portfolio;
        this.journal = journal;
        this.clock = clock;
    }

    /** How a subscription really stands, if there is such a one. */
    public Optional<Truth> truth(String id) {
        return portfolio.subscription(id).map(subscription -> {
            CommitmentRule rule = portfolio.rule(subscription).orElse(null);
            Commitment commitment = subscription.commitment();
            boolean free = rule == null || commitment == null;
            return new Truth(subscription, subscription.accepted(), rule, free || rule.mayIncrease(today(), commitment.end()),
                    free || rule.mayDecrease(today(), commitment.end()), journal.changes(id));
        });
    }

    /**
     * Changes a subscription.
     *
     * @return how it stands then, if there is such a one
     * @throws IllegalArgumentException if its product is not sold with the wanted commitment
     */
    public Optional<Truth> change(String id, SubscriptionChange change) {
        return portfolio.change(id, before -> apply(before, change)).flatMap(changed -> truth(id));
    }

    /**
     * Cancels a subscription, as its partner would on Pax8's own pages.
     *
     * @param inDays days from today on which it ends; 0 ends it now
     */
    public Optional<Truth> cancel(String id, int inDays) {
        return change(id, SubscriptionChange.nothing().endsInDays(inDays).status(inDays > 0 ? "PendingCancel" : "Cancelled"));
    }

    private Subscription apply(Subscription before, SubscriptionChange change) {
        Subscription after = before;
        if (change.quantity() != null || change.status() != null) {
            int quantity = Objects.requireNonNullElse(change.quantity(), before.accepted());
            after = after.with(quantity, Objects.requireNonNullElse(change.status(), settled(before)), clock.instant(), null);
        }
        if (change.quantity() != null) {
            journal.changedOutside(before.id(), before.accepted(), change.quantity());
        }
        if (change.startedDaysAgo() != null) {
            after = after.started(at(today().minusDays(change.startedDaysAgo())));
        }
        if (change.endsInDays() != null) {
            after = after.ended(at(today().plusDays(change.endsInDays())));
        }
        return after.committed(commitment(after, change));
    }

    private @Nullable Commitment commitment(Subscription subscription, SubscriptionChange change) {
        Commitment before = subscription.commitment();
        if ("none".equals(change.commitmentTerm())) {
            return null;
        }
        if (change.commitmentTerm() == null && change.commitmentEndsInDays() == null && change.commitmentStartedDaysAgo() == null) {
            return before;
        }
        String term = change.commitmentTerm() != null ? change.commitmentTerm() : before == null ? "1-Year" : before.term();
        CommitmentRule rule = portfolio.product(subscription.productId()).stream().flatMap(product -> portfolio.commitments(product).stream())
                .filter(one -> one.term().equals(term)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The product of this subscription is not sold with a commitment of " + term));
        return new Commitment(rule.id(), term, end(rule, before, change));
    }

    private LocalDate end(CommitmentRule rule, @Nullable Commitment before, SubscriptionChange change) {
        if (change.commitmentEndsInDays() != null) {
            return today().plusDays(change.commitmentEndsInDays());
        }
        if (change.commitmentStartedDaysAgo() != null) {
            return rule.lastDay(today().minusDays(change.commitmentStartedDaysAgo()));
        }
        return before != null && before.term().equals(rule.term()) ? before.end() : rule.lastDay(today());
    }

    /** The status that it would have when the vendor is done. */
    private static String settled(Subscription subscription) {
        return subscription.pending() == null || !"PendingAutomated".equals(subscription.status()) ? subscription.status()
                : subscription.pending().status();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
