package dev.portico.host.companies;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A client company of the MSP.
 *
 * @param name unique regardless of case
 * @param city empty if unknown
 * @param country ISO 3166 code of two letters, empty if unknown
 * @param website empty if unknown
 * @param version changes with every write; null before the first
 */
@Table(schema = "portal", name = "company")
record Company(
        @Id UUID id,
        String name,
        String city,
        String country,
        String website,
        @Version @Nullable Integer version,
        Instant createdAt,
        Instant changedAt) {

    static Company create(CompanyInput input, Instant now) {
        return new Company(
                UUID.randomUUID(), input.name(), input.city(), input.country(), input.website(), null, now, now);
    }

    Company change(CompanyInput input, Instant now) {
        return new Company(
                id, input.name(), input.city(), input.country(), input.website(), version, createdAt, now);
    }

    CompanyInput input() {
        return new CompanyInput(name, city, country, website);
    }
}
