package dev.portico.pax8.licensing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often Pax8 bills a subscription. Pax8's unit prices are prices for one term: the price of an annual subscription
 * pays for twelve months.
 */
public enum BillingTerm {
    MONTHLY("Monthly", 1),
    ANNUAL("Annual", 12),
    TWO_YEARS("2-Year", 24),
    THREE_YEARS("3-Year", 36),
    ONE_TIME("One-Time", 0),
    TRIAL("Trial", 0),
    ACTIVATION("Activation", 0);

    private final String pax8Name;
    private final int months;

    BillingTerm(String pax8Name, int months) {
        this.pax8Name = pax8Name;
        this.months = months;
    }

    /** The term of Pax8's name; empty for one that is not known yet. */
    public static Optional<BillingTerm> of(String pax8Name) {
        return Arrays.stream(values())
                .filter(term -> term.pax8Name.equalsIgnoreCase(pax8Name))
                .findFirst();
    }

    String pax8Name() {
        return pax8Name;
    }

    /** Months that a unit price pays for, 0 if nothing recurs. */
    public int months() {
        return months;
    }

    /** What seats cost in a month, rounded to four decimals as the database does. */
    public BigDecimal monthly(BigDecimal unitPrice, long seats) {
        return months == 0
                ? BigDecimal.ZERO
                : unitPrice
                        .multiply(BigDecimal.valueOf(seats))
                        .divide(BigDecimal.valueOf(months), 4, RoundingMode.HALF_UP);
    }
}
