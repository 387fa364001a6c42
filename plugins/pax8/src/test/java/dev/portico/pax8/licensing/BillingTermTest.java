package dev.portico.pax8.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingTermTest {

    @ParameterizedTest
    @CsvSource({
        "Monthly, 12.00, 10, 120.0000",
        "Annual, 120.00, 10, 100.0000",
        "2-Year, 24.00, 3, 3.0000",
        "3-Year, 100.00, 1, 2.7778",
        "One-time, 100.00, 5, 0",
        "Trial, 100.00, 5, 0",
        "Activation, 100.00, 5, 0"
    })
    void dividesAUnitPriceByTheMonthsItPaysFor(String term, BigDecimal price, long seats, BigDecimal monthly) {
        assertThat(BillingTerm.of(term).orElseThrow().monthly(price, seats)).isEqualByComparingTo(monthly);
    }

    @Test
    void doesNotGuessATermItDoesNotKnow() {
        assertThat(BillingTerm.of("5-Year")).isEmpty();
    }

    @Property
    void losesLessThanACentAMonth(
            @ForAll @BigRange(min = "0", max = "100000") BigDecimal price, @ForAll @LongRange(min = 0, max = 1_000_000) long seats) {
        BigDecimal monthly = BillingTerm.ANNUAL.monthly(price, seats);
        BigDecimal yearly = price.multiply(BigDecimal.valueOf(seats));
        assertThat(monthly.multiply(BigDecimal.valueOf(12)).subtract(yearly).abs())
                .isLessThan(new BigDecimal("0.001"));
    }
}
