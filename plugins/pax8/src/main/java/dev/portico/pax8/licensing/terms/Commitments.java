package dev.portico.pax8.licensing.terms;

import dev.portico.pax8.licensing.rules.SeatChange;
import java.util.UUID;

/** When seats of a subscription can be changed, from its commitment and what Pax8 says about its product. */
public final class Commitments {

    /**
     * When the change is possible, as far as is known here.
     *
     * @param subscriptionId synced; {@link SeatChange.Now} for one that is not here
     * @param current seats now
     * @param wanted seats after the change
     */
    public SeatChange possibility(UUID subscriptionId, long current, long wanted) {
        return new SeatChange.Now();
    }
}
