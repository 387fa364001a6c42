package dev.portico.sandbox.data;

import java.math.BigDecimal;

/** What a usage-based subscription has used in one resource group this month. */
public record UsageSummary(String id, String companyId, String subscriptionId, String productId, String resourceGroup, String vendor,
                           BigDecimal currentCharges, BigDecimal partnerTotal, String currency) {
}
