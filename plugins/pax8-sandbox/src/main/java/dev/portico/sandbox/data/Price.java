package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * What a product costs when it is billed and committed to in one of the ways it is sold.
 *
 * @param commitment Monthly, 1-Year, 3-Year or none
 * @param type       Flat, Volume (all units at the rate of their number), Tiered (each unit at the rate of its place) or Mark-Up
 * @param unit       what is counted
 * @param rates      in the order of their quantities
 */
public record Price(String billingTerm, @Nullable String commitment, String type, String unit, List<Rate> rates) {

    /**
     * A price within a range of quantities.
     *
     * @param last       the last quantity of the range, none for an open one
     * @param chargeType Per Unit or Flat Rate
     */
    public record Rate(BigDecimal cost, BigDecimal retail, int first, @Nullable Integer last, String chargeType) {

        private boolean contains(int quantity) {
            return quantity >= first && (last == null || quantity <= last);
        }

        private int unitsOf(int quantity) {
            return Math.max(0, Math.min(quantity, last == null ? quantity : last) - first + 1);
        }
    }

    /** Months of the commitment; 0 without one. */
    public int commitmentMonths() {
        return commitment == null ? 0 : CommitmentRule.months(commitment);
    }

    /** The price of each of so many units, on average where units differ. */
    BigDecimal perUnit(int quantity, Function<Rate, BigDecimal> side) {
        if ("Tiered".equals(type)) {
            return rates.stream().map(rate -> side.apply(rate).multiply(BigDecimal.valueOf(rate.unitsOf(quantity))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(quantity), 2, RoundingMode.HALF_UP);
        }
        return side.apply(rates.stream().filter(rate -> rate.contains(quantity)).findFirst().orElse(rates.getLast()));
    }
}
