package dev.portico.pax8.licensing.terms;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What Pax8 asks for a product in one of the ways it is sold, per billing term. Pax8 sends no currency.
 *
 * @param billingTerm such as Monthly or Annual
 * @param commitmentTerm such as 1-Year; empty without a commitment
 * @param type Flat, Volume (all seats at the rate of their number), Tiered (each seat at the rate of its place) or
 *     Mark-Up (a part of what is used)
 * @param unit what is counted, such as User
 * @param rates in the order of their ranges
 */
public record PriceLine(String billingTerm, String commitmentTerm, String type, String unit, List<Rate> rates) {

    public PriceLine {
        rates = rates.stream().sorted(Comparator.comparing(Rate::from)).toList();
    }

    /** What the MSP pays for so many seats; empty if it is not known before they are used. */
    public Optional<BigDecimal> cost(long seats) {
        return total(BigDecimal.valueOf(seats), Rate::cost);
    }

    /** What Pax8 suggests that the customer pays for so many seats; empty if it is not known before they are used. */
    public Optional<BigDecimal> retail(long seats) {
        return total(BigDecimal.valueOf(seats), Rate::retail);
    }

    private Optional<BigDecimal> total(BigDecimal seats, Function<Rate, Optional<BigDecimal>> side) {
        if (seats.signum() <= 0 || type.equalsIgnoreCase("Mark-Up")) {
            return Optional.empty();
        }
        Optional<Rate> last = rates.stream().filter(rate -> rate.contains(seats)).findFirst();
        return type.equalsIgnoreCase("Tiered")
                ? last.flatMap(rate -> eachAtItsPlace(seats, side))
                : last.flatMap(rate -> side.apply(rate).map(price -> rate.perUnit() ? price.multiply(seats) : price));
    }

    private Optional<BigDecimal> eachAtItsPlace(BigDecimal seats, Function<Rate, Optional<BigDecimal>> side) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO; // why: whether a range begins at 10 or at 11, it goes on where the one before ended
        for (Rate rate : rates) {
            BigDecimal end = rate.to().map(seats::min).orElse(seats);
            if (end.compareTo(below) <= 0) {
                continue;
            }
            Optional<BigDecimal> price = side.apply(rate);
            if (price.isEmpty()) {
                return Optional.empty();
            }
            total = total.add(rate.perUnit() ? price.get().multiply(end.subtract(below)) : price.get());
            below = end;
        }
        return Optional.of(total);
    }

    /**
     * The price within a range of seats.
     *
     * @param to inclusive; empty: open
     * @param perUnit whether the price is for each seat, or one for all seats of the range
     * @param cost for the MSP
     * @param retail for the customer, as Pax8 suggests
     */
    public record Rate(
            BigDecimal from,
            Optional<BigDecimal> to,
            boolean perUnit,
            Optional<BigDecimal> cost,
            Optional<BigDecimal> retail) {

        private boolean contains(BigDecimal seats) {
            return from.compareTo(seats) <= 0 && to.map(end -> seats.compareTo(end) <= 0).orElse(true);
        }
    }
}
