package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Behaviour;
import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Commitment;
import dev.portico.sandbox.data.CommitmentRule;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Subscription;
import dev.portico.sandbox.faults.Journal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What PUT /v1/subscriptions/{id} does: a partial change, at once at Pax8, a little later at the vendor. */
@Component
class Changes {

    private final Portfolio portfolio;
    private final Journal journal;
    private final Switches switches;
    private final JsonMapper json;
    private final Clock clock;

    Changes(Portfolio portfolio, Journal journal, Switches switches, JsonMapper json, Clock clock) {
        this.portfolio = portfolio;
        this.journal = journal;
        this.switches = switches;
        this.json = json;
        this.clock = clock;
    }

    Subscription apply(String id, byte @Nullable [] body, HttpServletRequest request) {
        JsonNode asked = read(body);
        if (Stream.of("price", "billingTerm", "quantity", "startDate").noneMatch(asked::hasNonNull)) {
            throw Problem.badRequest("At least one of price, billingTerm, quantity, startDate is required");
        }
        return portfolio.change(id, current -> {
            int quantity = quantity(asked, current);
            String term = term(asked, current);
            BigDecimal price = price(asked, current);
            check(current, quantity, term);
            if (asked.hasNonNull("quantity")) {
                journal.executed(request, id, current.accepted(), quantity);
            }
            return changed(current, quantity).with(price, term);
        }).orElseThrow(() -> Problem.notFound("Subscription", id));
    }

    private Subscription changed(Subscription before, int quantity) {
        Behaviour behaviour = switches.now();
        Instant now = clock.instant();
        String after = before.pending() == null ? before.status() : before.pending().status();
        if (behaviour.statusDelayMillis() == 0) {
            return before.with(quantity, after, now, null);
        }
        Subscription.Pending pending = new Subscription.Pending(now.plusMillis(behaviour.statusDelayMillis()), after, quantity);
        return before.with(behaviour.lateQuantity() ? before.quantity() : quantity, "PendingAutomated", now, pending);
    }

    private void check(Subscription current, int quantity, String term) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (List.of("Cancelled", "PendingCancel", "Converted").contains(current.status())) {
            throw Problem.refused("Subscription cannot be modified in status " + current.status());
        }
        if (current.start().isAfter(clock.instant())) {
            throw Problem.refused("Subscriptions with a future start date cannot be modified");
        }
        if (quantity < 1) {
            throw Problem.refused("Quantity must be greater than 0");
        }
        Commitment commitment = current.commitment();
        CommitmentRule rule = portfolio.rule(current).orElse(null);
        if (commitment == null || rule == null) {
            return;
        }
        if (quantity < current.accepted() && !rule.mayDecrease(today, commitment.end())) {
            throw Problem.refused("Quantity cannot be decreased from %d to %d before the commitment term ends on %s"
                    .formatted(current.accepted(), quantity, commitment.end()));
        }
        if (quantity > current.accepted() && !rule.mayIncrease(today, commitment.end())) {
            throw Problem.refused("Quantity cannot be increased from %d to %d before the commitment term ends on %s"
                    .formatted(current.accepted(), quantity, commitment.end()));
        }
        if (!term.equals(current.billingTerm()) && !today.isAfter(commitment.end())) {
            throw Problem.refused("Billing term cannot be changed before the commitment term ends on " + commitment.end());
        }
    }

    private JsonNode read(byte @Nullable [] body) {
        try {
            JsonNode node = json.readTree(body == null ? new byte[0] : body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException malformed) {
            throw Problem.badRequest("Malformed JSON request");
        }
        throw Problem.badRequest("Required request body is missing");
    }

    private static int quantity(JsonNode asked, Subscription current) {
        JsonNode node = asked.path("quantity");
        if (!asked.hasNonNull("quantity")) {
            return current.accepted();
        }
        if (!node.isNumber() || node.decimalValue().stripTrailingZeros().scale() > 0 || !node.canConvertToInt()) {
            throw Problem.badField("quantity");
        }
        return node.intValue();
    }

    private static String term(JsonNode asked, Subscription current) {
        if (!asked.hasNonNull("billingTerm")) {
            return current.billingTerm();
        }
        String term = asked.path("billingTerm").asString("");
        if (!SubscriptionApi.TERMS.contains(term)) {
            throw Problem.badField("billingTerm");
        }
        return term;
    }

    private static @Nullable BigDecimal price(JsonNode asked, Subscription current) {
        if (!asked.hasNonNull("price")) {
            return current.price();
        }
        if (!asked.path("price").isNumber()) {
            throw Problem.badField("price");
        }
        return asked.path("price").decimalValue();
    }
}
