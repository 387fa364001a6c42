package dev.portico.pax8.licensing.detail;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.util.Locale;

/** Says in a line what a request wants and how it stands. */
final class RequestWords {

    private final DetailParts parts;

    RequestWords(DetailParts parts) {
        this.parts = parts;
    }

    /** Such as "Request 12: 10 → 15, asked by ada@acme.example, waits for an approval". */
    String of(SeatRequest request) {
        Messages messages = parts.messages();
        String state = request.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return messages.text(
                "subscription.request",
                Long.toString(request.number()),
                parts.changes().fromTo(request.baseSeats(), request.wantedSeats()),
                request.requestedBy(),
                messages.text(
                        "subscription.request." + state,
                        request.scheduledFor().map(parts.changes()::day).orElse("")));
    }
}
