package dev.portico.pax8.partner;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a product costs in one of the ways it is sold, per billing term; Pax8 sends no currency.
 *
 * @param type Flat, Volume, Tiered or Mark-Up
 * @param unitOfMeasurement what is counted, such as User
 */
public record PartnerPricing(
        @Nullable String billingTerm,
        @Nullable String commitmentTerm,
        @Nullable String type,
        @Nullable String unitOfMeasurement,
        @JsonProperty("rates") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<@Nullable Rate> sentRates) {

    /** The rates of the ranges of quantities. */
    public List<Rate> rates() {
        return sentRates == null ? List.of() : sentRates.stream().filter(Objects::nonNull).toList();
    }

    /**
     * The price within a range of quantities.
     *
     * @param partnerBuyRate for the partner
     * @param suggestedRetailPrice for the customer
     * @param startQuantityRange null: 0
     * @param endQuantityRange null: open
     * @param chargeType Per Unit or Flat Rate
     */
    public record Rate(
            @Nullable BigDecimal partnerBuyRate,
            @Nullable BigDecimal suggestedRetailPrice,
            @Nullable BigDecimal startQuantityRange,
            @Nullable BigDecimal endQuantityRange,
            @Nullable String chargeType) {}

    /** The envelope, which has no pages. */
    record PricingAnswer(@Nullable List<@Nullable PartnerPricing> content) {

        List<PartnerPricing> prices() {
            return content == null ? List.of() : content.stream().filter(Objects::nonNull).toList();
        }
    }
}
