package dev.portico.pax8.licensing.catalog;

import java.util.Optional;

/**
 * Which products of the catalog a client wants to see.
 *
 * @param text part of the name, without regard to case; empty matches all
 * @param vendor its exact name
 * @param category its exact name
 */
public record ClientFilter(String text, Optional<String> vendor, Optional<String> category) {

    public static final ClientFilter NONE = new ClientFilter("", Optional.empty(), Optional.empty());

    /** Whether it matches everything. */
    public boolean isEmpty() {
        return text.isBlank() && vendor.isEmpty() && category.isEmpty();
    }
}
