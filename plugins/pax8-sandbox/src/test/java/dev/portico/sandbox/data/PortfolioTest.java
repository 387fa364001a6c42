package dev.portico.sandbox.data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class PortfolioTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-08-14T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(Size.class)
    void everySizeHasWhatItPromises(Size size) {
        Portfolio portfolio = portfolio(size, TODAY);
        assertThat(portfolio.companies()).hasSize(size.companies()).extracting(Company::id).doesNotHaveDuplicates();
        assertThat(portfolio.subscriptions()).hasSize(size.subscriptions()).extracting(Subscription::id).doesNotHaveDuplicates();
        assertThat(portfolio.products()).hasSize(size.products()).extracting(Product::id).doesNotHaveDuplicates();
        assertThat(portfolio.subscriptions()).allMatch(one -> portfolio.company(one.companyId()).isPresent() && portfolio.product(one.productId()).isPresent());
    }

    @Test
    void isTheSameEveryTime() {
        Portfolio one = portfolio(Size.M, TODAY);
        Portfolio other = portfolio(Size.M, TODAY);
        assertThat(other.companies()).isEqualTo(one.companies());
        assertThat(other.subscriptions()).isEqualTo(one.subscriptions());
        assertThat(other.products()).isEqualTo(one.products());
        other.addCompany("x", "Leeds", "GB", null);
        other.change(other.subscriptions().getFirst().id(), before -> before.with(77, "Active", null, null));
        other.reset();
        assertThat(other.companies()).isEqualTo(one.companies());
        assertThat(other.subscriptions()).isEqualTo(one.subscriptions());
    }

    @Test
    void aSmallerSizeIsTheBeginningOfALargerOne() {
        List<Company> medium = portfolio(Size.M, TODAY).companies();
        assertThat(medium).startsWith(portfolio(Size.S, TODAY).companies().toArray(Company[]::new));
        assertThat(portfolio(Size.L, TODAY).companies()).startsWith(medium.toArray(Company[]::new));
        assertThat(portfolio(Size.L, TODAY).products()).containsAll(portfolio(Size.M, TODAY).products());
    }

    @Test
    void anotherDayMovesOnlyWhatDependsOnTheDay() {
        List<Subscription> today = portfolio(Size.M, TODAY).subscriptions();
        List<Subscription> tomorrow = portfolio(Size.M, Clock.offset(TODAY, Duration.ofDays(1))).subscriptions();
        long changed = 0;
        for (int i = 0; i < today.size(); i++) {
            changed += today.get(i).equals(tomorrow.get(i)) ? 0 : 1;
        }
        assertThat(changed).isLessThan(today.size() / 4);
    }

    @Test
    void statusesAreMixedAsInALargePortfolio() {
        Map<String, Long> statuses = portfolio(Size.M, TODAY).subscriptions().stream()
                .collect(Collectors.groupingBy(Subscription::status, Collectors.counting()));
        assertThat(statuses.keySet()).containsExactlyInAnyOrder("Active", "Cancelled", "Trial", "PendingManual", "PendingCancel");
        assertThat(statuses.get("Active")).isBetween(1400L, 1560L);
        assertThat(statuses.get("Cancelled")).isBetween(290L, 380L);
        assertThat(statuses.get("Trial")).isBetween(80L, 110L);
    }

    @Test
    void commitmentsOfWhatRunsEndTodayOrLater() {
        LocalDate today = LocalDate.now(TODAY);
        assertThat(portfolio(Size.M, TODAY).subscriptions()).filteredOn(one -> one.commitment() != null && one.end() == null)
                .isNotEmpty().allMatch(one -> !one.commitment().end().isBefore(today));
    }

    @Test
    void pricesCurrenciesAndQuantitiesAreBelievable() {
        Portfolio portfolio = portfolio(Size.M, TODAY);
        assertThat(portfolio.subscriptions()).extracting(Subscription::currency).contains("USD", "GBP", "EUR", "CAD", null);
        assertThat(portfolio.subscriptions()).extracting(Subscription::quantity).allMatch(quantity -> quantity >= 1 && quantity < 1000);
        assertThat(portfolio.subscriptions()).filteredOn(one -> one.price() != null && one.partnerCost() != null)
                .allMatch(one -> one.price().compareTo(one.partnerCost()) >= 0);
        assertThat(portfolio.products()).extracting(Product::vendor).contains("Microsoft", "Acronis", "SentinelOne", "Proofpoint", "Dropbox", "Adobe");
        assertThat(portfolio.subscriptions().stream().filter(Subscription::usage).count()).isBetween(60L, 240L);
    }

    @Test
    void someNamesAreHostile() {
        List<String> names = portfolio(Size.M, TODAY).companies().stream().map(Company::name).toList();
        assertThat(names).anyMatch(name -> name.contains("<script>")).anyMatch(name -> name.contains("\"")).anyMatch(name -> name.contains("🚀"))
                .anyMatch(name -> name.length() == 200).anyMatch(name -> name.startsWith("=")).anyMatch(name -> name.codePoints().anyMatch(c -> c >= 0x590 && c < 0x700));
    }

    @Test
    void noTwoCompaniesAreTheSameFirmByAccident() {
        List<Company> companies = portfolio(Size.XL, TODAY).companies();
        Set<String> seen = new HashSet<>();
        assertThat(companies.stream().filter(company -> !seen.add(company.name().toLowerCase() + company.city()))).isEmpty();
        assertThat(companies.stream().collect(Collectors.toMap(Company::id, Function.identity()))).hasSize(5_000);
    }

    private static Portfolio portfolio(Size size, Clock clock) {
        return new Portfolio(new DataSettings(size, null), clock);
    }
}
