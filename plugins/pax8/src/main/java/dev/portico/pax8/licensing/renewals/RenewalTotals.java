package dev.portico.pax8.licensing.renewals;

import dev.portico.pax8.licensing.renewals.Renewal.Stake;
import java.util.List;

/**
 * Figures over everything that matches a filter.
 *
 * @param stakes one for each currency, the greatest first; empty for users who may not see them
 * @param withoutStake those whose cost is not known; 0 for users who may not see it
 */
record RenewalTotals(long renewals, long seats, List<Stake> stakes, long withoutStake) {

    RenewalTotals {
        stakes = List.copyOf(stakes);
    }
}
