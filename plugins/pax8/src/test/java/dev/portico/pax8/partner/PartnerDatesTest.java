package dev.portico.pax8.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PartnerDatesTest {

    @Example
    void readsTheFourFormsOfTheDocuments() {
        assertThat(PartnerDates.instant("2021-01-01T08:30:00Z")).contains(Instant.parse("2021-01-01T08:30:00Z"));
        assertThat(PartnerDates.instant("2020-12-03")).contains(Instant.parse("2020-12-03T00:00:00Z"));
        assertThat(PartnerDates.instant("2020-12-01T13:20:13.153-0700"))
                .contains(Instant.parse("2020-12-01T20:20:13.153Z"));
        assertThat(PartnerDates.instant("2026-04-23T00:00:00.000Z")).contains(Instant.parse("2026-04-23T00:00:00Z"));
        assertThat(PartnerDates.instant("2020-12-01T13:20:13-07:00")).contains(Instant.parse("2020-12-01T20:20:13Z"));
        assertThat(PartnerDates.instant("2020-12-01T13:20:13")).contains(Instant.parse("2020-12-01T13:20:13Z"));
        assertThat(PartnerDates.date("2021-01-01T23:30:00-0700")).contains(LocalDate.of(2021, 1, 1));
    }

    @Property
    void readsEveryTimeInEveryForm(
            @ForAll("times") Instant time, @ForAll("offsets") ZoneOffset offset, @ForAll("forms") String form) {
        OffsetDateTime local = time.atOffset(offset);
        assertThat(PartnerDates.instant(DateTimeFormatter.ofPattern(form).format(local))).contains(time);
        assertThat(PartnerDates.date(DateTimeFormatter.ISO_LOCAL_DATE.format(local))).contains(local.toLocalDate());
    }

    @Example
    void readsFractionsOfAnyLengthAndLeavesOutSecondsOrOffset() {
        assertThat(PartnerDates.instant("2020-12-01T13:20:13.1Z")).contains(Instant.parse("2020-12-01T13:20:13.1Z"));
        assertThat(PartnerDates.instant("2020-12-01T13:20:13.123456789Z"))
                .contains(Instant.parse("2020-12-01T13:20:13.123456789Z"));
        assertThat(PartnerDates.instant("2020-12-01T13:20:13.1234567891234Z"))
                .contains(Instant.parse("2020-12-01T13:20:13.123456789Z"));
        assertThat(PartnerDates.instant("2020-12-01T13:20Z")).contains(Instant.parse("2020-12-01T13:20:00Z"));
        assertThat(PartnerDates.instant(" 2020-12-01T13:20:13+07 ")).contains(Instant.parse("2020-12-01T06:20:13Z"));
    }

    @Example
    void takesWhatIsNoDateForNone() {
        assertThat(Stream.of(
                        "2021-02-29", "2021-13-01", "0000-01-01", "2021-1-01", "2021/01/01", "+021-01-01", "2021-01-01T",
                        "2021-01-01 08:30:00Z", "2021-01-01T25:00:00Z", "2021-01-01T08:30:60Z", "2021-01-01T08:30:00.",
                        "2021-01-01T08:30:00.Z", "2021-01-01T08:30:00,5Z", "2021-01-01T08:30:00+99:00",
                        "2021-01-01T08:30:00ZZ", "2021-01-01T8:30:00Z", "20210101T083000Z", "0001-01-01T00:00:00+01:00"))
                .allSatisfy(text -> {
                    assertThat(PartnerDates.instant(text)).as(text).isEmpty();
                    assertThat(PartnerDates.date(text)).as(text).isEmpty();
                });
    }

    @Property
    void takesNoTextForAFault(@ForAll String anything) {
        assertThat(PartnerDates.instant(anything)).isNotNull();
        assertThat(PartnerDates.date(anything)).isNotNull();
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(Instant.parse("1990-01-02T00:00:00Z").toEpochMilli(),
                        Instant.parse("2100-01-01T00:00:00Z").toEpochMilli())
                .map(millis -> Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.MILLIS));
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers().between(-18 * 4, 18 * 4).map(quarter -> ZoneOffset.ofTotalSeconds(quarter * 900));
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of("yyyy-MM-dd'T'HH:mm:ss.SSSXX", "yyyy-MM-dd'T'HH:mm:ss.SSSxx", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }
}
