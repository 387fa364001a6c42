package dev.portico.pax8.licensing.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.terms.PriceLine.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceLineTest {

    private static final List<Rate> RANGES = List.of(
            rate("1", "9", "10.00", "12.50"), rate("10", "49", "9.50", "11.88"), rate("50", null, "9.00", "11.25"));

    @ParameterizedTest
    @CsvSource({"1, 10.00", "9, 90.00", "10, 100.00", "1000, 10000.00"})
    void aFlatPriceIsTheSameForEachSeat(long seats, BigDecimal cost) {
        assertThat(line("Flat", List.of(rate("1", null, "10.00", "12.50"))).cost(seats)).contains(cost);
    }

    @ParameterizedTest
    @CsvSource({"1, 10.00", "9, 90.00", "10, 95.00", "49, 465.50", "50, 450.00"})
    void aVolumePriceDependsOnTheNumberForAllSeats(long seats, BigDecimal cost) {
        assertThat(line("Volume", RANGES).cost(seats)).contains(cost);
    }

    @ParameterizedTest
    @CsvSource({"1, 10.00", "9, 90.00", "10, 99.50", "49, 470.00", "50, 479.00", "51, 488.00"})
    void aTieredPriceDependsOnThePlaceOfEachSeat(long seats, BigDecimal cost) {
        assertThat(line("Tiered", RANGES).cost(seats)).contains(cost);
    }

    @Test
    void theRetailPriceIsReckonedTheSameWay() {
        assertThat(line("Tiered", RANGES).retail(10)).contains(new BigDecimal("124.38"));
        assertThat(line("Volume", RANGES).retail(10)).contains(new BigDecimal("118.80"));
    }

    @Test
    void rangesThatBeginWhereTheOneBeforeEndsCountNoSeatTwice() {
        List<Rate> touching = List.of(rate("0", "10", "10.00", null), rate("10", null, "5.00", null));

        assertThat(line("Tiered", touching).cost(10)).contains(new BigDecimal("100.00"));
        assertThat(line("Tiered", touching).cost(11)).contains(new BigDecimal("105.00"));
        assertThat(line("Volume", touching).cost(10)).contains(new BigDecimal("100.00"));
    }

    @Test
    void rangesMayComeInAnyOrder() {
        assertThat(line("Tiered", RANGES.reversed()).cost(51)).contains(new BigDecimal("488.00"));
    }

    @Test
    void oneRateForAllSeatsOfARangeIsNotMultiplied() {
        Rate server = new Rate(
                BigDecimal.ONE, Optional.empty(), false, Optional.of(new BigDecimal("99.00")), Optional.empty());

        assertThat(line("Flat", List.of(server)).cost(7)).contains(new BigDecimal("99.00"));
    }

    @Test
    void whatDependsOnUsageHasNoPriceBeforehand() {
        assertThat(line("Mark-Up", List.of(rate("1", null, "0.85", "1.00"))).cost(1)).isEmpty();
    }

    @Test
    void outsideOfAllRangesNoPriceIsKnown() {
        assertThat(line("Volume", List.of(rate("5", "9", "10.00", null))).cost(4)).isEmpty();
        assertThat(line("Volume", List.of(rate("5", "9", "10.00", null))).cost(10)).isEmpty();
        assertThat(line("Flat", List.of()).cost(1)).isEmpty();
        assertThat(line("Flat", RANGES).cost(0)).isEmpty();
    }

    @Test
    void aPriceThatIsNotToldIsUnknown() {
        assertThat(line("Flat", List.of(rate("1", null, "10.00", null))).retail(5)).isEmpty();
    }

    @Property
    void oneMoreSeatInTiersCostsItsOwnRate(@ForAll @LongRange(min = 1, max = 10_000_000_000L) long seats) {
        PriceLine line = line("Tiered", RANGES);
        BigDecimal rate = new BigDecimal(seats + 1 < 10 ? "10.00" : seats + 1 < 50 ? "9.50" : "9.00");

        assertThat(line.cost(seats + 1).orElseThrow()).isEqualTo(line.cost(seats).orElseThrow().add(rate));
    }

    private static PriceLine line(String type, List<Rate> rates) {
        return new PriceLine("Monthly", "1-Year", type, "User", rates);
    }

    private static Rate rate(String from, String to, String cost, String retail) {
        return new Rate(
                new BigDecimal(from),
                Optional.ofNullable(to).map(BigDecimal::new),
                true,
                Optional.of(new BigDecimal(cost)),
                Optional.ofNullable(retail).map(BigDecimal::new));
    }
}
