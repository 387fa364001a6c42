package dev.portico.pax8.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be kept to by whoever uses a product. */
public record PartnerDependencies(
        @JsonProperty("commitmentDependencies") @Nullable List<@Nullable Commitment> sentCommitments) {

    /** The commitments that the product is sold with; those without an id are left out. */
    public List<Commitment> commitments() {
        return sentCommitments == null
                ? List.of()
                : sentCommitments.stream()
                        .filter(Objects::nonNull)
                        .filter(commitment -> commitment.id() != null)
                        .toList();
    }

    /**
     * A commitment; what Pax8 does not send is null.
     *
     * @param id the one that subscriptions with this commitment carry
     * @param term such as Monthly or 1-Year
     * @param renewalWindowDaysBeforeTermEnd days before the end of a term at which the renewal window opens
     * @param renewalWindowDaysAfterTermEnd days after the end of a term at which the renewal window closes
     */
    public record Commitment(
            UUID id,
            @Nullable String term,
            @Nullable Boolean autoRenew,
            @Nullable Integer renewalWindowDaysBeforeTermEnd,
            @Nullable Integer renewalWindowDaysAfterTermEnd,
            @Nullable Boolean allowForQuantityIncrease,
            @Nullable Boolean allowForQuantityDecrease,
            @Nullable Boolean allowForEarlyCancellation,
            @Nullable Boolean cancellationFeeApplied) {}
}
