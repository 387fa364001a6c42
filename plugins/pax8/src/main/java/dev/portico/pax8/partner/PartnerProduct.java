package dev.portico.pax8.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product of Pax8's catalog. */
public record PartnerProduct(
        UUID id,
        @Nullable String name,
        @Nullable String vendorName,
        @Nullable String shortDescription,
        @Nullable String sku,
        @Nullable String vendorSku,
        @Nullable Boolean requiresCommitment)
        implements PartnerRow {}
