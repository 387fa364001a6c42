package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something a vendor wants to know before it provisions a product.
 *
 * @param valueType Input, Single-Value or Multi-Value
 * @param possible  the values to choose from, none for an input
 * @param needed    whether an order is refused without it, which Pax8 does not tell beforehand
 */
public record ProvisionDetail(String label, String key, String description, String valueType, @Nullable List<String> possible, boolean needed) {
}
