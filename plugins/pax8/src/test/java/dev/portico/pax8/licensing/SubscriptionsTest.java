package dev.portico.pax8.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.SubscriptionTotals.Amount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionsTest {

    private ScreensUnderTest plugin;
    private Subscriptions subscriptions;
    private UUID acmeInPortal;

    @BeforeEach
    void someSubscriptions() {
        plugin = new ScreensUnderTest();
        subscriptions = plugin.bean(Subscriptions.class);
        UUID acme = plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        UUID city = plugin.pax8Company("City of Ballard", "Ballard");
        UUID unmapped = plugin.pax8Company("Harbor Law PLLC", "Seattle");
        acmeInPortal = plugin.portalCompany("Acme Dental Group", "Seattle");
        plugin.map(acme, acmeInPortal);
        plugin.map(city, plugin.portalCompany("City of Ballard", "Ballard"));
        plugin.product("Microsoft 365", "Microsoft");
        plugin.product("Acronis Cyber Protect", "Acronis");
        plugin.subscription(acme, "Microsoft 365", 12, "Active", "Annual", "120", "USD");
        plugin.subscription(acme, "Acronis Cyber Protect", 10, "Active", "Monthly", "2.5", "EUR");
        plugin.subscription(acme, "Adobe Creative Cloud", 3, "Cancelled", "Monthly", "50", "USD");
        plugin.subscription(city, "Microsoft 365", 7, "Trial", "Trial", "99", "USD");
        plugin.subscription(city, "Set-up", 1, "Active", "5-Year", "99", "USD");
        plugin.subscription(unmapped, "Microsoft 365", 100, "Active", "Monthly", "10", "USD");
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void totalsEverythingThatMatchesPerCurrencyAndCountsWhatHasNoKnownCost() {
        SubscriptionTotals totals = subscriptions.totals(SubscriptionFilter.NONE);
        assertThat(totals.all()).isEqualTo(5);
        assertThat(totals.active()).isEqualTo(3);
        assertThat(totals.seats()).isEqualTo(30);
        assertThat(totals.withoutCost()).isEqualTo(1);
        assertThat(totals.amounts())
                .extracting(Amount::currency, amount -> amount.monthlyCost().stripTrailingZeros().toPlainString())
                .containsExactly(
                        tuple("USD", "120"), tuple("EUR", "25"));
        assertThat(totals.amounts().getFirst().monthlyRetail()).isEqualByComparingTo("150");
    }

    @Test
    void showsNoSubscriptionOfACompanyThatIsNotMapped() {
        assertThat(page(SubscriptionFilter.NONE, SubscriptionSort.PRODUCT)).extracting(SubscriptionRow::company)
                .doesNotContain("Harbor Law PLLC")
                .hasSize(5);
    }

    @Test
    void filtersByTextStatusVendorAndCompany() {
        assertThat(count("acronis", Optional.empty(), Optional.empty(), Optional.empty())).isEqualTo(1);
        assertThat(count("ballard", Optional.empty(), Optional.empty(), Optional.empty())).isEqualTo(2);
        assertThat(count("", Optional.of("Cancelled"), Optional.empty(), Optional.empty())).isEqualTo(1);
        assertThat(count("", Optional.empty(), Optional.of("Microsoft"), Optional.empty())).isEqualTo(2);
        assertThat(count("", Optional.of("Active"), Optional.of("Microsoft"), Optional.of(acmeInPortal))).isEqualTo(1);
    }

    @Test
    void sortsInTheDatabase() {
        assertThat(page(SubscriptionFilter.NONE, SubscriptionSort.SEATS)).extracting(SubscriptionRow::seats).isSorted();
        assertThat(page(SubscriptionFilter.NONE, SubscriptionSort.COST)).extracting(SubscriptionRow::product)
                .endsWith("Microsoft 365", "Set-up");
    }

    @Test
    void paysACancelledSubscriptionUntilItsEnd() {
        plugin.jdbc.sql("update subscription set end_date = ? where status = 'Cancelled'")
                .param(Timestamp.from(plugin.clock.instant().plusSeconds(60)))
                .update();
        assertThat(subscriptions.totals(SubscriptionFilter.NONE).amounts().getFirst().monthlyCost())
                .isEqualByComparingTo(new BigDecimal("270"));
    }

    @Test
    void readsNoAmountsForUsersWhoMayNotManage() {
        plugin.portal.permissions.remove("manage_licensing");
        SubscriptionTotals totals = subscriptions.totals(SubscriptionFilter.NONE);
        assertThat(totals.amounts()).isEmpty();
        assertThat(totals.withoutCost()).isZero();
        assertThat(page(SubscriptionFilter.NONE, SubscriptionSort.COST)).hasSize(5)
                .allSatisfy(row -> assertThat(row.amounts()).isEmpty());
        assertThat(csv(SubscriptionFilter.NONE)).doesNotContain("120", "USD", "ost");
    }

    @Test
    void showsOnlyCompaniesThatTheUserMaySee() {
        plugin.portal.scope = new CompanyScope.Only(Set.of(acmeInPortal));
        assertThat(page(SubscriptionFilter.NONE, SubscriptionSort.PRODUCT)).extracting(SubscriptionRow::company)
                .containsOnly("Acme Dental Group");
        assertThat(subscriptions.totals(SubscriptionFilter.NONE).all()).isEqualTo(3);
        assertThat(subscriptions.choices().companies()).hasSize(1);
        assertThat(subscriptions.choices().statuses()).containsExactly("Active", "Cancelled");
        plugin.portal.scope = new CompanyScope.Only(Set.of());
        assertThat(subscriptions.count(SubscriptionFilter.NONE)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheMonthsOfEachBillingTermInTheDatabaseToo(BillingTerm term) {
        assertThat(plugin.jdbc.sql("select months_paid(upper(?))")
                        .param(term.pax8Name())
                        .query(Integer.class)
                        .single())
                .isEqualTo(term.months());
    }

    @Test
    void findsSubscriptionsByWhatTheirProductIsCalledNow() {
        plugin.jdbc.sql("update product set vendor_name = 'Contoso' where name = 'Microsoft 365'").update();
        assertThat(count("", Optional.empty(), Optional.of("Contoso"), Optional.empty())).isEqualTo(2);
        assertThat(count("contoso", Optional.empty(), Optional.empty(), Optional.empty())).isEqualTo(2);
        plugin.jdbc.sql("update subscription set product_name = ''").update();
        assertThat(count("acronis", Optional.empty(), Optional.empty(), Optional.empty())).isEqualTo(1);
        plugin.jdbc.sql("delete from product where name like 'Acronis%'").update();
        assertThat(count("acronis", Optional.empty(), Optional.empty(), Optional.empty())).isZero();
        plugin.product("Adobe Creative Cloud", "Adobe");
        assertThat(page(SubscriptionFilter.NONE, SubscriptionSort.PRODUCT))
                .extracting(SubscriptionRow::product, SubscriptionRow::vendor)
                .contains(tuple("Adobe Creative Cloud", "Adobe"));
        assertThat(count("adobe", Optional.empty(), Optional.of("Adobe"), Optional.empty())).isEqualTo(1);
    }

    @Test
    void followsTheMappingOfCompanies() {
        UUID other = plugin.portalCompany("Ballard Holding", "Ballard");
        plugin.jdbc.sql("update company_mapping set portal_company_id = ? where portal_company_id = ?")
                .params(other, acmeInPortal)
                .update();
        assertThat(count("", Optional.empty(), Optional.empty(), Optional.of(other))).isEqualTo(3);
        plugin.jdbc.sql("delete from company_mapping where portal_company_id = ?").param(other).update();
        assertThat(subscriptions.count(SubscriptionFilter.NONE)).isEqualTo(2);
    }

    @Test
    void needsThePermission() {
        plugin.portal.permissions.clear();
        assertThatThrownBy(() -> subscriptions.count(SubscriptionFilter.NONE)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> subscriptions.choices()).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void exportsTheFilterAndDisarmsFormulas() {
        plugin.jdbc.sql("update subscription set product_name = '=HYPERLINK(\"x\")' where product_name = 'Set-up'")
                .update();
        String csv = csv(new SubscriptionFilter("ballard", Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"x\"\")\"", "\"City of Ballard\",\"7\",\"Trial\"");
    }

    private String csv(SubscriptionFilter filter) {
        StringBuilder file = new StringBuilder();
        try {
            plugin.bean(SubscriptionExport.class).write(filter, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private long count(String text, Optional<String> status, Optional<String> vendor, Optional<UUID> company) {
        return subscriptions.count(new SubscriptionFilter(text, status, vendor, company));
    }

    private List<SubscriptionRow> page(SubscriptionFilter filter, SubscriptionSort sort) {
        return subscriptions.page(filter, sort, true, 0, 50);
    }
}
