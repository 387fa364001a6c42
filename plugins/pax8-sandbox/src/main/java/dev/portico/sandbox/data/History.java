package dev.portico.sandbox.data;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a subscription looked like before anybody changed it in the sandbox. */
final class History {

    private History() {
    }

    /** Up to three earlier states of the given one, newest first; the quantity has mostly grown. */
    static List<Subscription> before(Subscription oldest) {
        Dice dice = Dice.of("history/" + oldest.id());
        List<Subscription> states = new ArrayList<>();
        int quantity = oldest.quantity();
        Instant changed = oldest.updated() == null ? oldest.start() : oldest.updated();
        for (int i = dice.below(4); i > 0 && quantity > 1; i--) {
            quantity = Math.max(1, dice.percent(80) ? quantity - dice.between(1, Math.max(1, quantity / 4)) : quantity + 1);
            changed = changed.minus(dice.between(3, 120), ChronoUnit.DAYS);
            if (changed.isBefore(oldest.created())) {
                break;
            }
            states.add(oldest.with(quantity, "Active", changed, null));
        }
        return states;
    }
}
