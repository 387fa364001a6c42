package dev.portico.pax8.licensing.rules;

import java.util.Optional;

/**
 * What one subscription sets for itself. What it does not set it inherits from {@link LicensingRules}.
 *
 * @param allowed whether clients may ask; empty: inherited
 * @param approvalNeeded every request for it is held
 * @param minSeats empty: inherited
 * @param ownMax whether maxSeats counts
 * @param maxSeats with ownMax: empty means no limit; without it always empty
 */
public record SubscriptionRule(
        Optional<Boolean> allowed,
        boolean approvalNeeded,
        Optional<Long> minSeats,
        boolean ownMax,
        Optional<Long> maxSeats) {

    /** Inherits everything. */
    public static final SubscriptionRule INHERITED =
            new SubscriptionRule(Optional.empty(), false, Optional.empty(), false, Optional.empty());

    /** Whether clients may ask, under these rules. */
    public boolean allowed(LicensingRules rules) {
        return allowed.orElse(rules.selfServiceAllowed());
    }

    /** What they may ask for, under these rules. */
    public SeatLimits limits(LicensingRules rules) {
        return new SeatLimits(minSeats.orElse(rules.minSeats()), ownMax ? maxSeats : rules.maxSeats());
    }
}
