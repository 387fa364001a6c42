package dev.portico.pax8.licensing.catalog;

import java.util.Optional;
import java.util.UUID;

/**
 * A product as those see it who manage the catalog.
 *
 * @param category empty if nobody has set one
 * @param price empty if it is not known
 * @param visible whether clients see it
 * @param featured whether it comes first for clients; never while it is hidden
 */
public record CatalogProduct(
        UUID id,
        String name,
        String vendor,
        String category,
        Optional<RetailPrice> price,
        boolean visible,
        boolean featured) {}
