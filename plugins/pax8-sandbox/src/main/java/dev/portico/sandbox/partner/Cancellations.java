package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Commitment;
import dev.portico.sandbox.data.CommitmentRule;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What DELETE /v1/subscriptions/{id} does: the end is set at once, where a commitment runs to its end; the status follows. */
@Component
class Cancellations {

    private final Portfolio portfolio;
    private final Switches switches;
    private final Clock clock;

    Cancellations(Portfolio portfolio, Switches switches, Clock clock) {
        this.portfolio = portfolio;
        this.switches = switches;
        this.clock = clock;
    }

    void cancel(String id, @Nullable String cancelDate) {
        Instant now = clock.instant();
        Instant asked = cancelDate == null ? now : time(cancelDate);
        if (LocalDate.ofInstant(asked, ZoneOffset.UTC).isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw Problem.refused("Cancel date cannot be in the past");
        }
        portfolio.change(id, current -> cancelled(current, asked.isBefore(now) ? now : asked, now)).orElseThrow(() -> Problem.notFound("Subscription", id));
    }

    private Subscription cancelled(Subscription current, Instant asked, Instant now) {
        if (List.of("Cancelled", "PendingCancel", "Converted").contains(current.status())) {
            throw Problem.refused("Subscription cannot be cancelled in status " + current.status());
        }
        Instant end = end(current, asked, now);
        Instant done = end.isAfter(now) ? end : now.plusMillis(switches.now().statusDelayMillis());
        return current.with(current.accepted(), "PendingCancel", now, new Subscription.Pending(done, "Cancelled", current.accepted())).ended(end);
    }

    private Instant end(Subscription current, Instant asked, Instant now) {
        Commitment commitment = current.commitment();
        CommitmentRule rule = portfolio.rule(current).orElse(null);
        if (commitment == null || rule == null || rule.earlyCancel() || rule.mayDecrease(LocalDate.ofInstant(now, ZoneOffset.UTC), commitment.end())) {
            return asked;
        }
        Instant endOfTerm = commitment.end().atStartOfDay().toInstant(ZoneOffset.UTC);
        return asked.isAfter(endOfTerm) ? asked : endOfTerm;
    }

    private static Instant time(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC) : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Problem.badField("cancelDate");
        }
    }
}
