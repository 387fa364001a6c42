package dev.portico.pax8.licensing.renewals;

import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.ALL;
import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.renewals.Renewal.Stake;
import dev.portico.pax8.licensing.renewals.Renewal.What;
import dev.portico.pax8.licensing.renewals.RenewalFilter.Show;
import dev.portico.pax8.licensing.renewals.RenewalFilter.Sort;
import dev.portico.pax8.licensing.renewals.Renewals.RenewalDay;
import dev.portico.pax8.licensing.rules.CommitmentTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is listed as a renewal, for whom and in which order. */
class RenewalsListTest extends RenewalsOverADatabase {

    @ParameterizedTest
    @CsvSource({"2026-02-27, false", "2026-02-28, true", "2026-05-29, true", "2026-05-30, false"})
    void holdsWhatRenewsFromTodayToNinetyDaysAhead(LocalDate lastDay, boolean listed) {
        test.teamsOfAlder(lastDay);

        assertThat(test.all().stream().map(Renewal::day).toList())
                .isEqualTo(listed ? List.of(lastDay.plusDays(1)) : List.of());
    }

    @Test
    void saysWhatHappensAndWhatItCostsForAnotherTerm() {
        test.rule(test.teams, "1-Year", true);
        test.rule(test.acrobat, "1-Year", false);
        test.teamsOfAlder(TODAY.plusDays(9));
        test.acrobatOfBirch(TODAY.plusDays(19));

        assertThat(test.all())
                .extracting(Renewal::company, Renewal::product, Renewal::what, Renewal::stake)
                .containsExactly(
                        tuple(
                                "Alder", "Teams", What.RENEWS, Optional.of(new Stake(new BigDecimal("960.0000"), "USD"))),
                        tuple(
                                "Birch", "Acrobat", What.ENDS, Optional.of(new Stake(new BigDecimal("960.0000"), "USD"))));
        assertThat(test.renewals().totals(ALL))
                .isEqualTo(new RenewalTotals(2, 14, List.of(new Stake(new BigDecimal("1920.0000"), "USD")), 0));
    }

    @Test
    void leavesOutWhatIsDecidedOrComesEveryMonth() {
        UUID subscription = test.teamsOfAlder(TODAY.plusDays(9));
        assertThat(test.all()).hasSize(1);
        for (String change : List.of(
                "status = 'Cancelled'", "status = 'PendingCancel'", "end_date = now()", "commitment_term = 'Monthly'")) {
            test.plugin.jdbc.sql("update subscription set " + change).update();
            assertThat(test.all()).as(change).isEmpty();
            test.plugin.jdbc
                    .sql("update subscription set status = 'Active', end_date = null, commitment_term = '1-Year' where id = ?")
                    .param(subscription)
                    .update();
        }
    }

    @Test
    void holdsTrialsThatEnd() {
        test.teamsOfAlder(TODAY);
        test.plugin.jdbc
                .sql("update subscription set status = 'Trial', commitment_end = null, commitment_term = '', end_date = '2026-03-15T10:00:00Z'")
                .update();

        assertThat(test.all()).singleElement().satisfies(trial -> {
            assertThat(trial.day()).isEqualTo("2026-03-15");
            assertThat(trial.what()).isEqualTo(What.TRIAL_ENDS);
            assertThat(trial.stake()).isEmpty();
        });
    }

    @Test
    void isFilteredSortedAndPagedInTheDatabase() {
        test.teamsOfAlder(TODAY.plusDays(19));
        test.acrobatOfBirch(TODAY.plusDays(9));

        for (Sort sort : Sort.values()) {
            assertThat(test.renewals().page(ALL, sort, true, 0, 100)).as("%s", sort).hasSize(2);
            assertThat(test.renewals().page(ALL, sort, false, 1, 1)).as("%s", sort).hasSize(1);
        }
        assertThat(test.renewals().page(ALL, Sort.SEATS, true, 0, 1)).extracting(Renewal::seats).containsExactly(4L);
        assertThat(test.renewals().page(ALL, Sort.SEATS, true, 1, 1)).extracting(Renewal::seats).containsExactly(10L);
        assertThat(test.renewals().count(filter("ADOBE", null, null, null))).isEqualTo(1);
        assertThat(test.renewals().count(filter("birch", null, null, null))).isEqualTo(1);
        assertThat(test.renewals().count(filter("", "Microsoft", null, null))).isEqualTo(1);
        assertThat(test.renewals().count(filter("", null, test.birch, null))).isEqualTo(1);
        assertThat(test.renewals().count(filter("", null, null, TODAY.plusDays(10)))).isEqualTo(1);
        assertThat(test.renewals().vendors()).containsExactly("Adobe", "Microsoft");
    }

    @Test
    void countsByDayForTheCalendar() {
        test.teamsOfAlder(TODAY.plusDays(9));
        test.acrobatOfBirch(TODAY.plusDays(9));

        assertThat(test.renewals().days(ALL, TODAY, TODAY.plusDays(30)))
                .containsOnly(entry(
                        TODAY.plusDays(10), new RenewalDay(TODAY.plusDays(10), 2, 14)));
        assertThat(test.renewals().days(ALL, TODAY.plusDays(11), TODAY.plusDays(30))).isEmpty();
    }

    @Test
    void showsOnlyCompaniesThatTheUserMaySee() {
        test.teamsOfAlder(TODAY.plusDays(9));
        test.acrobatOfBirch(TODAY.plusDays(9));
        test.plugin.portal.scope = new CompanyScope.Only(Set.of(test.birch));

        assertThat(test.all()).extracting(Renewal::company).containsExactly("Birch");
        assertThat(test.renewals().totals(ALL).seats()).isEqualTo(4);
        assertThat(test.renewals().days(ALL, TODAY, TODAY.plusDays(30)).get(TODAY.plusDays(10)).seats()).isEqualTo(4);
        assertThat(test.renewals().vendors()).containsExactly("Adobe");
    }

    @Test
    void showsNoAmountWithoutManageLicensing() {
        test.teamsOfAlder(TODAY.plusDays(9));
        test.plugin.portal.permissions.remove("manage_licensing");

        assertThat(test.all()).extracting(Renewal::stake).containsExactly(Optional.empty());
        assertThat(test.renewals().totals(ALL)).isEqualTo(new RenewalTotals(1, 10, List.of(), 0));
        assertThat(test.renewals().page(ALL, Sort.STAKE, true, 0, 10)).hasSize(1);
    }

    @Test
    void isClosedToClientsAndToThoseWithoutThePermission() {
        test.plugin.portal.client = test.alder;
        assertThatThrownBy(test::all).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> test.renewals().totals(ALL)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> test.renewals().days(ALL, TODAY, TODAY)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> test.renewals().vendors()).isInstanceOf(PermissionDenied.class);
        test.plugin.portal.client = null;
        test.plugin.portal.permissions.clear();
        assertThatThrownBy(() -> test.renewals().count(ALL)).isInstanceOf(PermissionDenied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monthly", "annual", "Yearly", "1-Year", "3-Year", "2 years", "36-Month", "Trial", "", "1-Week"})
    void readsTermsAsTheRulesDo(String term) {
        assertThat(Optional.ofNullable(test.plugin.jdbc
                        .sql("select " + RenewalRows.MONTHS.formatted("t.term") + " from (select cast(? as text) as term) t")
                        .param(term)
                        .query((row, number) -> row.getObject(1, Integer.class))
                        .list()
                        .getFirst()))
                .isEqualTo(CommitmentTerm.months(term));
    }

    private RenewalFilter filter(String text, String vendor, UUID company, LocalDate day) {
        return new RenewalFilter(
                text, Show.ALL, Optional.ofNullable(vendor), Optional.ofNullable(company), Optional.ofNullable(day));
    }
}
