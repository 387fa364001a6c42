package dev.portico.pax8.licensing.rules;

import java.util.Optional;
import java.util.Set;

/**
 * What holds for all subscriptions, from Settings &gt; Licensing.
 *
 * @param approvalByDefault every request of a client is held
 * @param autoApprovePercent change in percent of the current seats that applies without an approval, inclusive; at 0
 *     everything is held
 * @param vendorsAlwaysAsk names of vendors whose requests are always held
 * @param selfServiceAllowed whether clients may ask at all
 * @param minSeats 1 or more
 * @param maxSeats empty: no limit; else not below minSeats
 */
public record LicensingRules(
        boolean approvalByDefault,
        int autoApprovePercent,
        Set<String> vendorsAlwaysAsk,
        boolean selfServiceAllowed,
        long minSeats,
        Optional<Long> maxSeats) {

    public LicensingRules {
        vendorsAlwaysAsk = Set.copyOf(vendorsAlwaysAsk);
    }
}
