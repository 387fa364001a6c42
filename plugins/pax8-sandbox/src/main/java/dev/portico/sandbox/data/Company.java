package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A client company of the invented partner.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param status  Active, Inactive (it has no contacts) or Deleted
 */
public record Company(String id, String name, String street, String city, String region, String postalCode, String country,
                      @Nullable String phone, @Nullable String website, @Nullable String externalId, boolean billedByPax8,
                      boolean selfService, boolean orderApproval, String status, Instant updated) {
}
