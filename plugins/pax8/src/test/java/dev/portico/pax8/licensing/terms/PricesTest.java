package dev.portico.pax8.licensing.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.rules.SeatChange;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static final String PRICING = """
            {"content":[{"billingTerm":"Monthly","commitmentTerm":"1-Year","type":"Flat","unitOfMeasurement":"User",
              "rates":[{"partnerBuyRate":8,"suggestedRetailPrice":10,"chargeType":"Per Unit"}]}]}""";

    private final ScreensUnderTest portal = new ScreensUnderTest();
    private final Prices prices = portal.bean(Prices.class);
    private final UUID product = portal.product("Business Premium [New Commerce Experience]", "Microsoft");
    private final UUID company = portal.portalCompany("Alder", "Denver");
    private final UUID pax8Company = portal.pax8Company("Alder", "Denver");

    PricesTest() {
        portal.map(pax8Company, company);
        portal.connect();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Nested
    class ThoseThatPax8TellsNow {

        @Test
        void areAskedForOneCompany() {
            answer(Reply.json(PRICING));

            LivePrice price = prices.fetch(product, company);

            assertThat(price).isInstanceOfSatisfying(LivePrice.Found.class, found -> assertThat(found.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.cost(10)).contains(new BigDecimal("80"))));
            assertThat(portal.pax8.requests())
                    .contains("/v1/products/" + product + "/pricing?companyId=" + pax8Company);
            assertThat(portal.count("product_price")).as("are for this company only").isZero();
        }

        @Test
        void areKeptIfTheyAreForAll() {
            answer(Reply.json(PRICING));

            prices.fetch(product);

            assertThat(prices.kept(product)).hasSize(1);
            assertThat(prices.of(product, "Monthly", "1-Year", 10))
                    .contains(new SeatPrice(10, Optional.of(new BigDecimal("100.0000")), Optional.of(new BigDecimal("80.0000"))));
            assertThat(prices.of(product, "Monthly", "", 10)).isEmpty();
        }

        @Test
        void areSaidToBeMissingInPax8sWordsWhenItRefuses() {
            answer(new Reply(422, "application/json", "{\"message\":\"Not for sale in this country\"}"));

            assertThat(prices.fetch(product, company))
                    .isEqualTo(new LivePrice.Problem(
                            "Pax8 refuses the request (422). Pax8 says: \"Not for sale in this country\"."));
        }

        @Test
        void areNotAskedForWithoutAConnection() {
            portal.host.approval = null;
            portal.jdbc.sql("delete from connection").update();

            assertThat(prices.fetch(product, company))
                    .isEqualTo(new LivePrice.Problem("Pax8 is not connected. Open Configure and connect."));
        }

        @Test
        void areNotToldOfACompanyThatTheUserMayNotSee() {
            portal.portal.scope = new CompanyScope.Only(Set.of());

            assertThat(prices.fetch(product, company)).isEqualTo(new LivePrice.NoCompany());
            assertThat(portal.pax8.requests()).isEmpty();
        }

        @Test
        void needManageLicensing() {
            portal.portal.permissions.remove("manage_licensing");

            assertThatThrownBy(() -> prices.fetch(product, company)).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> prices.fetch(product)).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> prices.kept(product)).isInstanceOf(PermissionDenied.class);
        }

        private void answer(Reply reply) {
            portal.pax8.intercept((exchange, number) ->
                    exchange.getRequestURI().getPath().endsWith("/pricing") ? Optional.of(reply) : Optional.empty());
        }
    }

    @Nested
    class ThoseThatAreKept {

        private final boolean kept = keep();

        @Test
        void areNotForStaffWithoutManageLicensing() {
            portal.portal.permissions.remove("manage_licensing");

            assertThat(kept).isTrue();
            assertThat(prices.of(product, "Monthly", "1-Year", 10)).isEmpty();
        }

        @Test
        void areForClientsOnlyIfTheMspShowsThemAndNeverWithTheCost() {
            portal.portal.permissions.remove("manage_licensing");
            portal.portal.client = company;
            assertThat(prices.of(product, "Monthly", "1-Year", 10)).isEmpty();

            portal.jdbc.sql("update licensing_settings set clients_see_prices = true").update();
            try {
                assertThat(prices.of(product, "monthly", "1-year", 10))
                        .contains(new SeatPrice(10, Optional.of(new BigDecimal("100.0000")), Optional.empty()));
            } finally {
                portal.jdbc.sql("update licensing_settings set clients_see_prices = false").update();
            }
        }

        @Test
        void needReadLicensing() {
            portal.portal.permissions.clear();

            assertThatThrownBy(() -> prices.of(product, "Monthly", "1-Year", 10)).isInstanceOf(PermissionDenied.class);
        }

        private boolean keep() {
            return portal.jdbc.sql("""
                            insert into product_price
                            values (?, 0, 'Monthly', '1-Year', 'Flat', 'Per Unit', 'User', null, null, 8, 10)
                            """)
                            .param(product)
                            .update()
                    == 1;
        }
    }

    @Nested
    class TheTimeOfAChange {

        private final Commitments commitments = portal.bean(Commitments.class);
        private final UUID subscription =
                portal.subscription(pax8Company, "Business Premium [New Commerce Experience]", 10, "Active", "Monthly", "8", "USD");

        @Test
        void isNowWithoutACommitment() {
            assertThat(commitments.possibility(subscription, 10, 5)).isEqualTo(new SeatChange.Now());
        }

        @Test
        void isNowForWhatIsNotHere() {
            assertThat(commitments.possibility(UUID.randomUUID(), 10, 5)).isEqualTo(new SeatChange.Now());
        }

        @Test
        void comesFromTheRuleOfTheSubscriptionsOwnCommitment() {
            commitment(UUID.randomUUID(), "1-Year", "2027-02-14T00:00:00Z", "2026-02-15T00:00:00Z");
            rule(UUID.randomUUID(), "3-Year", false, null);
            UUID own = portal.jdbc.sql("select commitment_id from subscription").query(UUID.class).single();
            rule(own, "1-Year", true, null);

            assertThat(commitments.possibility(subscription, 10, 5)).isEqualTo(new SeatChange.Now());
        }

        @Test
        void comesFromTheRuleOfTheSameTermIfPax8TellsNoOtherId() {
            commitment(UUID.randomUUID(), "1-Year", "2027-02-24T00:00:00Z", "2026-02-25T00:00:00Z");
            rule(UUID.randomUUID(), "1-YEAR", false, 3);
            rule(UUID.randomUUID(), "3-Year", true, 0);

            assertThat(commitments.possibility(subscription, 10, 5)) // it is March 1
                    .isEqualTo(new SeatChange.NotBefore(Instant.parse("2027-02-25T00:00:00Z")));
        }

        @Test
        void isSevenDaysForMicrosoftsNewCommerceIfPax8GivesNoNumber() {
            commitment(UUID.randomUUID(), "1-Year", "2027-02-24T00:00:00Z", "2026-02-25T00:00:00Z");
            rule(UUID.randomUUID(), "1-Year", false, null);

            assertThat(commitments.possibility(subscription, 10, 5))
                    .isEqualTo(new SeatChange.OnlyUntil(
                            Instant.parse("2026-03-04T00:00:00Z"), Optional.of(Instant.parse("2027-02-25T00:00:00Z"))));
        }

        @Test
        void isTheEndOfACommitmentOfWhichNoRuleIsKnown() {
            portal.jdbc.sql("update product set vendor_name = 'Other'").update();
            commitment(UUID.randomUUID(), "1-Year", "2027-02-24T00:00:00Z", "2026-02-25T00:00:00Z");

            assertThat(commitments.possibility(subscription, 10, 5))
                    .isEqualTo(new SeatChange.NotBefore(Instant.parse("2027-02-25T00:00:00Z")));
            assertThat(commitments.possibility(subscription, 10, 11)).isEqualTo(new SeatChange.Now());
        }

        @Test
        void neverComesIfACommitmentWithoutAKnownEndForbidsIt() {
            commitment(UUID.randomUUID(), "1-Year", null, "2020-02-25T00:00:00Z");
            rule(UUID.randomUUID(), "1-Year", false, 7);

            assertThat(commitments.possibility(subscription, 10, 5)).isEqualTo(new SeatChange.Never());
        }

        private void commitment(UUID id, String term, String end, String start) {
            portal.jdbc.sql("""
                            update subscription
                            set commitment_id = ?, commitment_term = ?, commitment_end = ?, start_date = ?
                            """)
                    .params(
                            id, term, end == null ? null : Timestamp.from(Instant.parse(end)), Timestamp.from(Instant.parse(start)))
                    .update();
        }

        private void rule(UUID id, String term, boolean decrease, Integer window) {
            portal.jdbc.sql("""
                            insert into commitment_rule (product_id, commitment_id, term, increase_allowed,
                                                         decrease_allowed, auto_renew, days_after_term_end)
                            values (?, ?, ?, true, ?, true, ?)
                            """)
                    .params(product, id, term, decrease, window)
                    .update();
        }
    }
}
