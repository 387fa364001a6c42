package dev.portico.pax8.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company at Pax8.
 *
 * @param externalId the partner's own reference
 * @param status Active, Inactive, Deleted or something newer
 */
public record PartnerCompany(
        UUID id,
        @Nullable String name,
        @Nullable Address address,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String externalId,
        @Nullable String status,
        @Nullable Instant updatedDate)
        implements PartnerRow {

    /** The parts of the address that are kept. */
    public record Address(
            @Nullable String city,
            @Nullable String stateOrProvince,
            @Nullable String postalCode,
            @Nullable String country) {}
}
