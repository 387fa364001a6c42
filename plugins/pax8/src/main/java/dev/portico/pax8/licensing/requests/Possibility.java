package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.licensing.rules.SeatChange;
import java.time.Instant;
import java.util.Optional;

/** Whether a change can be made on the day it is meant for. */
final class Possibility {

    private final RequestTexts texts;

    Possibility(RequestTexts texts) {
        this.texts = texts;
    }

    /**
     * Why it cannot, and what to do; empty if it can.
     *
     * @param day empty for now
     */
    Optional<String> obstacle(SeatChange change, Optional<Instant> day) {
        return switch (change) {
            case SeatChange.Now() -> Optional.empty();
            case SeatChange.OnlyUntil(Instant end, Optional<Instant> again) -> day
                    .filter(when -> !when.isBefore(end) && again.map(when::isBefore).orElse(true))
                    .map(when -> again.map(start -> texts.text("request.window-closed-until", texts.day(end), texts.day(start)))
                            .orElseGet(() -> texts.text("request.window-closed", texts.day(end))));
            case SeatChange.NotBefore later -> day.isEmpty()
                    ? Optional.of(texts.impossible(later))
                    : day.filter(when -> when.isBefore(later.start()))
                            .map(when -> texts.text("request.too-early", texts.day(later.start())));
            case SeatChange.Never() -> Optional.of(texts.text("request.never"));
        };
    }
}
