package dev.portico.pax8.licensing.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What so many seats cost for one billing term.
 *
 * @param retail for the customer in all, as Pax8 suggests; empty if unknown, or if the current user may not know
 * @param cost for the MSP in all; empty if unknown, or if the current user may not know
 */
public record SeatPrice(long seats, Optional<BigDecimal> retail, Optional<BigDecimal> cost) {

    /** For the customer, of one seat on average, to four decimals. */
    public Optional<BigDecimal> retailPerSeat() {
        return retail.map(this::perSeat);
    }

    /** For the MSP, of one seat on average, to four decimals. */
    public Optional<BigDecimal> costPerSeat() {
        return cost.map(this::perSeat);
    }

    private BigDecimal perSeat(BigDecimal total) {
        return total.divide(BigDecimal.valueOf(seats), 4, RoundingMode.HALF_UP);
    }
}
