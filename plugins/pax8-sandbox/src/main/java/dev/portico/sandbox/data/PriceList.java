package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Makes the prices of products. The lowest rate is what subscriptions to them cost. */
final class PriceList {

    static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final int[] FIRST_OF_RANGE = {1, 10, 50, 100};
    private static final double[] PART_OF_PRICE = {1, 0.95, 0.9, 0.85};

    private PriceList() {
    }

    /** @param country of the client; without one, prices in the currency of the partner */
    static List<Price> of(Product product, @Nullable Country country) {
        return Term.offered(product).stream().map(term -> new Price(term.billing(), term.commitment(), type(product), unit(product),
                rates(product, term, country == null ? 1 : country.priceFactor()))).toList();
    }

    static BigDecimal amount(double perMonth, Term term, double factor) {
        return BigDecimal.valueOf(perMonth * term.months() * factor).setScale(2, RoundingMode.HALF_UP);
    }

    private static String type(Product product) {
        if (product.usage()) {
            return "Mark-Up";
        }
        return switch (product.vendor()) {
            case "Adobe", "KnowBe4", "Bitdefender" -> "Volume";
            case "Exclaimer", "Proofpoint", "Keeper Security" -> "Tiered";
            default -> "Flat";
        };
    }

    private static String unit(Product product) {
        return product.usage() ? "Usage" : product.oneTime() ? "License" : product.name().contains("Server") ? "Server" : "User";
    }

    private static List<Price.Rate> rates(Product product, Term term, double factor) {
        String chargeType = product.name().contains("SIRIS") ? "Flat Rate" : "Per Unit";
        if (product.usage()) {
            return List.of(new Price.Rate(new BigDecimal("0.85"), new BigDecimal("1.00"), 1, null, chargeType));
        }
        List<Price.Rate> rates = new ArrayList<>();
        int ranges = "Flat".equals(type(product)) ? 1 : FIRST_OF_RANGE.length;
        for (int i = 0; i < ranges; i++) {
            rates.add(new Price.Rate(amount(product.cost() * PART_OF_PRICE[i], term, factor), amount(product.retail() * PART_OF_PRICE[i], term, factor),
                    FIRST_OF_RANGE[i], i + 1 < ranges ? FIRST_OF_RANGE[i + 1] - 1 : null, chargeType));
        }
        return rates;
    }
}
