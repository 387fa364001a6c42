package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Behaviour;
import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Product;
import dev.portico.sandbox.data.Subscription;
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

    private static final int FREE_DAYS = 7;

    private final Portfolio portfolio;
    private final Switches switches;
    private final JsonMapper json;
    private final Clock clock;

    Changes(Portfolio portfolio, Switches switches, JsonMapper json, Clock clock) {
        this.portfolio = portfolio;
        this.switches = switches;
        this.json = json;
        this.clock = clock;
    }

    Subscription apply(Subscription current, byte @Nullable [] body) {
        JsonNode asked = read(body);
        if (Stream.of("price", "billingTerm", "quantity", "startDate").noneMatch(asked::hasNonNull)) {
            throw Problem.badRequest("At least one of price, billingTerm, quantity, startDate is required");
        }
        int quantity = quantity(asked, current);
        String term = term(asked, current);
        BigDecimal price = price(asked, current);
        check(current, quantity, term);
        return portfolio.change(current.id(), before -> changed(before, quantity).with(price, term))
                .orElseThrow(() -> Problem.notFound("Subscription", current.id()));
    }

    private Subscription changed(Subscription before, int quantity) {
        Behaviour behaviour = switches.now();
        Instant now = clock.instant();
        if (behaviour.statusDelayMillis() == 0) {
            return before.with(quantity, before.status(), now, null);
        }
        Subscription.Pending pending = new Subscription.Pending(now.plusMillis(behaviour.statusDelayMillis()), before.status(), quantity);
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
        if (!current.committedOn(today) || current.commitment() == null) {
            return;
        }
        if (quantity < current.quantity() && !inFreeWindow(current, today)) {
            throw Problem.refused("Quantity cannot be decreased from %d to %d before the commitment term ends on %s"
                    .formatted(current.quantity(), quantity, current.commitment().end()));
        }
        if (!term.equals(current.billingTerm())) {
            throw Problem.refused("Billing term cannot be changed before the commitment term ends on " + current.commitment().end());
        }
    }

    /** Microsoft takes seats back in the first days after a purchase or renewal; other vendors do not. */
    private boolean inFreeWindow(Subscription current, LocalDate today) {
        boolean microsoft = portfolio.product(current.productId()).map(Product::vendor).filter("Microsoft"::equals).isPresent();
        if (!microsoft || current.commitment() == null) {
            return false;
        }
        LocalDate end = current.commitment().end().plusDays(1);
        LocalDate began = switch (current.commitment().term()) {
            case "Monthly" -> end.minusMonths(1);
            case "3-Year" -> end.minusYears(3);
            default -> end.minusYears(1);
        };
        return today.isBefore(began.plusDays(FREE_DAYS));
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
            return current.quantity();
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
