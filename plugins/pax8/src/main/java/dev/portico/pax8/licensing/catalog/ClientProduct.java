package dev.portico.pax8.licensing.catalog;

import java.util.Optional;
import java.util.UUID;

/**
 * A product as clients see it in their catalog.
 *
 * @param category empty if nobody has set one
 * @param description a sentence of Pax8's; may be empty
 * @param featured stands before those that are not
 * @param price empty if it is not known, or if this user may not see prices
 */
public record ClientProduct(
        UUID id,
        String name,
        String vendor,
        String category,
        String description,
        boolean featured,
        Optional<RetailPrice> price) {}
