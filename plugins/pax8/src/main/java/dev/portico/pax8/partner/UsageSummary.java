package dev.portico.pax8.partner;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a usage-based subscription has used in the current month, by resource group.
 *
 * @param currentCharges for the customer
 * @param partnerTotal for the partner
 */
public record UsageSummary(
        UUID id,
        @Nullable UUID productId,
        @Nullable String resourceGroup,
        @Nullable String vendorName,
        @Nullable BigDecimal currentCharges,
        @Nullable BigDecimal partnerTotal,
        @Nullable String currencyCode,
        @Nullable Boolean isTrial)
        implements PartnerRow {}
