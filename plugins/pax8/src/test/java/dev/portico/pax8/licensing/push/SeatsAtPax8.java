package dev.portico.pax8.licensing.push;

import com.sun.net.httpserver.HttpExchange;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many seats subscriptions have at a Pax8 that a test holds in its hand. */
final class SeatsAtPax8 {

    private static final Pattern QUANTITY = Pattern.compile("^\\{\"quantity\":(\\d+)}$");

    final Map<UUID, Long> seats = new HashMap<>();
    final Map<UUID, String> statuses = new HashMap<>();
    final Map<UUID, String> commitments = new HashMap<>();
    final Deque<To> writes = new ArrayDeque<>();
    volatile boolean signedOut;
    volatile Runnable whileWriting = () -> {};
    private final ScreensUnderTest plugin;
    private final UUID company;
    private int puts;

    /** What becomes of a write. */
    enum To {
        DONE,
        DONE_UNSEEN,
        DONE_WITHOUT_AN_ANSWER,
        LOST,
        REFUSED,
        TOO_MANY,
        TAKEN_BUT_NOT_SHOWN
    }

    SeatsAtPax8(ScreensUnderTest plugin, UUID company) {
        this.plugin = plugin;
        this.company = company;
        plugin.pax8.intercept((exchange, number) -> reply(exchange));
    }

    /** Writes that have reached Pax8. */
    int puts() {
        return puts;
    }

    private synchronized Optional<Reply> reply(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/v1/subscriptions/")) {
            return Optional.empty();
        }
        if (signedOut) {
            return Optional.of(new Reply(401, "application/json", "{\"error\":\"invalid_token\"}"));
        }
        UUID id = UUID.fromString(path.substring("/v1/subscriptions/".length()));
        if (!seats.containsKey(id)) {
            return Optional.of(new Reply(404, "application/json", "{\"message\":\"Not found\"}"));
        }
        return Optional.of(exchange.getRequestMethod().equals("PUT") ? write(exchange, id) : shown(id));
    }

    private Reply write(HttpExchange exchange, UUID id) {
        puts++;
        whileWriting.run();
        String body = plugin.host.sent.stream()
                .filter(sent -> sent.method().equals("PUT"))
                .toList()
                .getLast()
                .body();
        Matcher quantity = QUANTITY.matcher(body);
        if (!quantity.matches()) {
            return new Reply(400, "application/json", "{\"message\":\"not as documented\"}");
        }
        long wanted = Long.parseLong(quantity.group(1));
        To outcome = writes.isEmpty() ? To.DONE : writes.poll();
        if (outcome == To.DONE || outcome == To.DONE_UNSEEN || outcome == To.DONE_WITHOUT_AN_ANSWER) {
            seats.put(id, wanted);
        }
        return switch (outcome) {
            case DONE, TAKEN_BUT_NOT_SHOWN -> shown(id);
            case DONE_UNSEEN, LOST -> new Reply(500, "application/json", "{\"message\":\"An unexpected error occurred\"}");
            case DONE_WITHOUT_AN_ANSWER -> {
                exchange.close();
                yield shown(id);
            }
            case REFUSED -> new Reply(
                    422,
                    "application/json",
                    "{\"message\":\"Unprocessable\",\"details\":[{\"message\":\"Quantity cannot be decreased before the"
                            + " commitment term ends\"}]}");
            case TOO_MANY -> new Reply(429, "application/json", "{\"message\":\"Too many\"}").with("Retry-After", "30");
        };
    }

    private Reply shown(UUID id) {
        return Reply.json("""
                {"id":"%s","companyId":"%s","productId":"%s","quantity":%d,"status":"%s","productName":"Microsoft 365",
                 "billingTerm":"Monthly","price":12.5,"partnerCost":10,"currencyCode":"USD"%s}
                """.formatted(
                        id, company, ScreensUnderTest.id("product Microsoft 365"), seats.get(id),
                        statuses.getOrDefault(id, "Active"),
                        commitments.containsKey(id)
                                ? ",\"commitment\":{\"term\":\"1-Year\",\"endDate\":\"" + commitments.get(id) + "\"}"
                                : ""));
    }
}
