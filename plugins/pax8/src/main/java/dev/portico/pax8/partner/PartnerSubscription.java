package dev.portico.pax8.partner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription at Pax8. Prices are per unit and billing term.
 *
 * @param price for the customer
 * @param partnerCost for the partner
 * @param sentCommitment where Pax8 really sends the commitment
 * @param documentedCommitment where Pax8's document says it is
 */
public record PartnerSubscription(
        UUID id,
        @Nullable UUID companyId,
        @Nullable UUID productId,
        @Nullable UUID parentSubscriptionId,
        @Nullable String productName,
        @Nullable String vendorSubscriptionId,
        @Nullable BigDecimal quantity,
        @Nullable String status,
        @Nullable String billingTerm,
        @Nullable BigDecimal price,
        @Nullable BigDecimal partnerCost,
        @Nullable String currencyCode,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable Instant createdDate,
        @Nullable Instant updatedDate,
        @Nullable LocalDate billingStart,
        @JsonProperty("commitment") @Nullable Commitment sentCommitment,
        @JsonProperty("commitmentTerm") @Nullable Commitment documentedCommitment)
        implements PartnerRow {

    /** The commitment, wherever it was sent. */
    public Optional<Commitment> commitment() {
        return Optional.ofNullable(sentCommitment).or(() -> Optional.ofNullable(documentedCommitment));
    }

    /**
     * The time for which the customer is bound.
     *
     * @param term such as Monthly or 1-Year
     */
    public record Commitment(@Nullable UUID id, @Nullable String term, @Nullable Instant endDate) {

        /** Needed beside {@link #ofTerm}, or Jackson would take only texts. */
        @JsonCreator
        public Commitment(
                @JsonProperty("id") @Nullable UUID id,
                @JsonProperty("term") @Nullable String term,
                @JsonProperty("endDate") @Nullable Instant endDate) {
            this.id = id;
            this.term = term;
            this.endDate = endDate;
        }

        /** A commitment that was sent as the name of its term alone. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Commitment ofTerm(String term) {
            return new Commitment(null, term, null);
        }
    }
}
