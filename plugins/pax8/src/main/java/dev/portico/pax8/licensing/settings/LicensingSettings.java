package dev.portico.pax8.licensing.settings;

import dev.portico.pax8.licensing.rules.LicensingRules;
import java.time.Instant;
import java.util.Set;

/**
 * One version of the settings.
 *
 * @param version 1 or more; each saved change is one more
 * @param newProductsVisible whether clients see products that nobody has shown or hidden yet
 * @param clientsSeePrices whether clients see what a seat costs them; never what it costs the MSP
 * @param vendorsByHand names of vendors whose changes staff places at the distributor
 * @param writesStopped nothing is written to Pax8
 */
public record LicensingSettings(
        int version,
        LicensingRules rules,
        boolean newProductsVisible,
        boolean clientsSeePrices,
        Set<String> vendorsByHand,
        boolean writesStopped,
        Instant changedAt,
        String changedBy) {

    public LicensingSettings {
        vendorsByHand = Set.copyOf(vendorsByHand);
    }
}
