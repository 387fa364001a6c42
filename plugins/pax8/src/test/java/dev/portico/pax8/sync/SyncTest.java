package dev.portico.pax8.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.ConnectionListener;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.PluginJob;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.FakePax8.Row;
import dev.portico.pax8.fixtures.PluginUnderTest;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.fixtures.Rows;
import dev.portico.pax8.partner.PartnerFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SyncTest {

    private final PluginUnderTest plugin = new PluginUnderTest();
    private RecordedRun run = new RecordedRun();

    @BeforeEach
    void connect() {
        plugin.bean(ConnectionListener.class).connected(plugin.host.approved("Contoso MSP"));
        plugin.host.succeeded.put(SyncJobs.PRODUCTS, plugin.clock.instant());
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Nested
    class Companies {

        @Test
        void bringsAllPagesAndTellsHowFarItIs() throws Exception {
            list("companies", FakePax8.rows(0, 450, Rows::company));
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(450, 450, 0, 0));
            assertThat(run.progress).containsExactly("200 of 450", "400 of 450", "450 of 450");
            assertThat(plugin.count("company")).isEqualTo(450);
            assertThat(plugin.jdbc.sql("select * from company where id = ?").param(Rows.companyId(7)).query().singleRow())
                    .containsEntry("name", "Company 0007")
                    .containsEntry("city", "Denver")
                    .containsEntry("state", "CO")
                    .containsEntry("external_id", "")
                    .containsEntry("status", "Active");
        }

        @Test
        void writesNothingWhenNothingChanged() throws Exception {
            list("companies", FakePax8.rows(0, 250, Rows::company));
            run(CompanySync.class);
            List<Map<String, Object>> before = versions("company");
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(250, 0, 0, 0));
            assertThat(versions("company")).isEqualTo(before);
        }

        @Test
        void countsWhatIsNewChangedAndGone() throws Exception {
            list("companies", FakePax8.rows(0, 50, Rows::company));
            run(CompanySync.class);
            List<Row> now = new ArrayList<>(FakePax8.rows(3, 52, Rows::company));
            now.set(0, Rows.company(3, "Renamed"));
            list("companies", now);
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(49, 2, 1, 3));
        }

        @Test
        void keepsHostileNamesAsTheyAre() throws Exception {
            list("companies", List.of(Rows.company(1, "Bobby'); drop table company;-- {x} \\\"q\\\" \\\\ NULL \\u0000é🦊")));
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(1, 1, 0, 0));
            assertThat(plugin.jdbc.sql("select name from company").query(String.class).single())
                    .isEqualTo("Bobby'); drop table company;-- {x} \"q\" \\ NULL é🦊");
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(1, 0, 0, 0));
        }

        @Test
        void holdsBackASuspiciousRemovalUntilItIsConfirmed() throws Exception {
            list("companies", FakePax8.rows(0, 100, Rows::company));
            run(CompanySync.class);
            list("companies", FakePax8.rows(21, 100, Rows::company));

            assertThat(run(CompanySync.class)).isInstanceOfSatisfying(JobOutcome.Incomplete.class, outcome ->
                    assertThat(outcome.reason()).contains("21 of 100"));
            assertThat(plugin.count("company")).isEqualTo(100);
            assertThat(plugin.bean(SyncSummary.class).heldRemovals()).singleElement().satisfies(held -> {
                assertThat(held.jobId()).isEqualTo(SyncJobs.COMPANIES);
                assertThat(held.missing()).isEqualTo(21);
            });

            run = new RecordedRun(SyncJobs.CONFIRM_REMOVALS);
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(79, 0, 0, 21));
            assertThat(plugin.count("company")).isEqualTo(79);
            assertThat(plugin.bean(SyncSummary.class).heldRemovals()).isEmpty();
        }

        @Test
        void neverTakesAnEmptyListForTheEndOfAllCompanies() throws Exception {
            list("companies", FakePax8.rows(0, 3, Rows::company));
            run(CompanySync.class);
            plugin.pax8.next(Reply.json(
                    "{\"page\":{\"size\":200,\"totalElements\":0,\"totalPages\":0,\"number\":0}}"));
            assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Incomplete.class);
            assertThat(plugin.count("company")).isEqualTo(3);
        }

        @Test
        void removesMappingsAndSubscriptionsWithACompany() throws Exception {
            list("companies", FakePax8.rows(0, 20, Rows::company));
            run(CompanySync.class);
            plugin.map(1, 2);
            list("subscriptions", List.of(Rows.subscription(1, 1, 1), Rows.subscription(2, 2, 1)));
            run(SubscriptionSync.class);
            list("companies", FakePax8.rows(2, 20, Rows::company));
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(18, 0, 0, 2));
            assertThat(plugin.count("company_mapping")).isEqualTo(1);
            assertThat(plugin.count("subscription")).isEqualTo(1);
        }

        @Test
        void readsOnceMoreWhenRowsMovedBetweenPages() throws Exception {
            list("companies", FakePax8.rows(0, 300, Rows::company));
            // between the pages a company in front goes away, so that company 200 slips from page 2 to page 1
            plugin.pax8.intercept((exchange, number) -> {
                if (number == 2) {
                    plugin.pax8.list("companies", FakePax8.rows(1, 300, Rows::company));
                }
                return Optional.empty();
            });
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(300, 300, 0, 0));
            assertThat(run.lines)
                    .filteredOn(line -> line.contains("once more"))
                    .hasSize(1);
            assertThat(plugin.pax8.requests()).hasSize(4);
        }

        @Test
        void livesWithATotalThatIsNeverRight() throws Exception {
            plugin.pax8.intercept((exchange, number) -> Optional.of(Reply.page(0, 1, 115, Rows.company(1).json())));
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(1, 1, 0, 0));
        }

        @Test
        void followsAListThatGrowsAndCountsARowOnceThatComesTwice() throws Exception {
            list("companies", FakePax8.rows(1, 301, Rows::company));
            plugin.pax8.intercept((exchange, number) -> {
                if (number == 2) {
                    plugin.pax8.list("companies", FakePax8.rows(0, 450, Rows::company));
                }
                return Optional.empty();
            });
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(450, 450, 0, 0));
            assertThat(plugin.count("company")).isEqualTo(450);
        }
    }

    @Nested
    class Faults {

        @Test
        void healsInALaterRunWhenPax8WentDownAtPageThree() throws Exception {
            list("companies", FakePax8.rows(0, 900, Rows::company));
            plugin.pax8.intercept((exchange, number) -> number >= 3
                    ? Optional.of(new Reply(503, "text/html", "<html>down</html>"))
                    : Optional.empty());
            assertThatThrownBy(() -> run(CompanySync.class))
                    .isInstanceOf(PartnerFault.class)
                    .hasMessageContaining("503");
            assertThat(plugin.count("company")).isEqualTo(400);

            plugin.pax8.intercept((exchange, number) -> Optional.empty());
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(900, 500, 0, 0));
        }

        @Test
        void survivesPassingFaultsOfAllKinds() throws Exception {
            list("companies", FakePax8.rows(0, 450, Rows::company));
            plugin.pax8.next(
                    new Reply(429, "text/plain", "").with("Retry-After", "0"),
                    new Reply(200, "text/html", "<html>"));
            assertThat(run(CompanySync.class)).isEqualTo(succeeded(450, 450, 0, 0));
        }

        @Test
        void asksForAnAdministratorWhenTheTokenWasRevoked() throws Exception {
            list("companies", FakePax8.rows(0, 450, Rows::company));
            plugin.host.renewable = false;
            plugin.pax8.intercept((exchange, number) -> number >= 2
                    ? Optional.of(new Reply(401, "application/json", "{\"error\":\"invalid_token\"}"))
                    : Optional.empty());

            assertThat(run(CompanySync.class)).isInstanceOfSatisfying(
                    JobOutcome.Failed.class, failed -> assertThat(failed.reason()).contains("connect again"));
            assertThat(plugin.bean(Pax8Connection.class).status())
                    .isInstanceOf(ConnectionStatus.ReconnectNeeded.class);
            assertThat(plugin.host.paused).isTrue();

            int calls = plugin.pax8.requests().size();
            assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Failed.class);
            assertThat(plugin.pax8.requests()).hasSize(calls);
        }

        @Test
        void goesOnWithARenewedToken() throws Exception {
            list("companies", FakePax8.rows(0, 450, Rows::company));
            plugin.pax8.intercept((exchange, number) -> number >= 2
                            && exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer oauth-token")
                    ? Optional.of(new Reply(401, "application/json", "{\"error\":\"invalid_token\"}"))
                    : Optional.empty());
            assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Succeeded.class);
            assertThat(plugin.host.oauthToken).isEqualTo("oauth-token+");
        }

        @Test
        void failsForGoodWhenPax8Refuses() throws Exception {
            plugin.pax8.next(new Reply(403, "application/json", "{\"errors\":[\"No API access\"]}"));
            assertThat(run(CompanySync.class)).isInstanceOfSatisfying(
                    JobOutcome.Failed.class, failed -> assertThat(failed.reason()).contains("No API access"));
        }

        @Test
        void stopsBetweenTwoPagesWhenItIsCancelled() throws Exception {
            list("companies", FakePax8.rows(0, 900, Rows::company));
            run.cancelAfterPages = 2;
            assertThat(run(CompanySync.class)).isEqualTo(new JobOutcome.Cancelled(new SyncCounts(600, 600, 0, 0)));
            assertThat(plugin.pax8.requests()).hasSize(3);
            assertThat(plugin.count("company")).isEqualTo(600);
        }
    }

    @Nested
    class Products {

        @Test
        void keepsProductsThatOnlySubscriptionsReferTo() throws Exception {
            haveCompanies(2);
            plugin.map(0);
            list("products", FakePax8.rows(0, 30, Rows::product));
            list("products/by-id", List.of(Rows.product(77)));
            list("subscriptions", List.of(
                    Rows.subscription(1, 0, 3), Rows.subscription(2, 0, 77), Rows.subscription(3, 0, 88)));
            run(ProductSync.class);
            run(SubscriptionSync.class);

            assertThat(listed(3)).isTrue();
            assertThat(listed(77)).isFalse();
            assertThat(listed(88)).isFalse();
            assertThat(plugin.jdbc.sql("select name from product where id = ?").param(Rows.productId(88))
                            .query(String.class).single())
                    .isEqualTo("Product 88");

            int calls = plugin.pax8.requests().size();
            run(SubscriptionSync.class);
            assertThat(plugin.pax8.requests()).hasSize(calls + 1);

            list("products", FakePax8.rows(4, 30, Rows::product));
            assertThat(run(ProductSync.class)).isEqualTo(succeeded(26, 0, 0, 3));
            assertThat(listed(3)).isFalse();
            assertThat(listed(77)).isFalse();
        }

        @Test
        void doesNotFetchProductByProductBeforeTheCatalogIsHere() throws Exception {
            plugin.host.succeeded.clear();
            haveCompanies(2);
            plugin.map(0);
            list("subscriptions", List.of(Rows.subscription(1, 0, 3)));
            run(SubscriptionSync.class);
            assertThat(plugin.pax8.requests()).noneMatch(request -> request.startsWith("/v1/products"));
        }

        private boolean listed(int number) {
            return plugin.jdbc.sql("select listed from product where id = ?")
                    .param(Rows.productId(number))
                    .query(Boolean.class)
                    .single();
        }
    }

    @Nested
    class Subscriptions {

        @BeforeEach
        void companies() throws Exception {
            haveCompanies(40);
        }

        @Test
        void bringsThoseOfMappedCompaniesOnly() throws Exception {
            plugin.map(1, 2);
            list("subscriptions", FakePax8.rows(0, 500, number -> Rows.subscription(number, number % 40, 1)));
            assertThat(run(SubscriptionSync.class)).isEqualTo(succeeded(26, 26, 0, 0));
            assertThat(plugin.jdbc.sql("select * from subscription where id = ?").param(Rows.subscriptionId(41))
                            .query().singleRow())
                    .containsEntry("commitment_term", "1-Year")
                    .containsEntry("currency", "USD")
                    .containsEntry("quantity", 10L);
            assertThat(plugin.pax8.requests()).hasSize(4); // three pages and an unlisted product
        }

        @Test
        void writesNothingWhenNothingChanged() throws Exception {
            plugin.map(1, 2);
            list("subscriptions", FakePax8.rows(0, 500, number -> Rows.subscription(number, number % 40, 1)));
            run(SubscriptionSync.class);
            List<Map<String, Object>> before = versions("subscription");
            List<Map<String, Object>> mappings = versions("company_mapping");
            assertThat(run(SubscriptionSync.class)).isEqualTo(succeeded(26, 0, 0, 0));
            assertThat(versions("subscription")).isEqualTo(before);
            assertThat(versions("company_mapping")).isEqualTo(mappings);
        }

        @Test
        void noticesANewQuantity() throws Exception {
            plugin.map(1);
            list("subscriptions", List.of(Rows.subscription(1, 1, 1, 10)));
            run(SubscriptionSync.class);
            list("subscriptions", List.of(Rows.subscription(1, 1, 1, 15)));
            assertThat(run(SubscriptionSync.class)).isEqualTo(succeeded(1, 0, 1, 0));
        }

        @Test
        void asksForEachCompanyWhenFewAreMapped() throws Exception {
            plugin.pax8.pageSize(10);
            plugin.map(1, 2);
            list("subscriptions", FakePax8.rows(0, 500, number -> Rows.subscription(number, number % 40, 1)));
            assertThat(run(SubscriptionSync.class)).isEqualTo(succeeded(26, 26, 0, 0));
            assertThat(plugin.pax8.requests())
                    .filteredOn(request -> request.startsWith("/v1/subscriptions"))
                    .hasSize(1 + 2 + 2)
                    .anyMatch(request -> request.contains("companyId=" + Rows.companyId(1)));
        }

        @Test
        void keepsWhatIsHereOfACompanyThatPax8RefusesToTellAbout() throws Exception {
            plugin.pax8.pageSize(10);
            plugin.map(1, 2);
            list("subscriptions", FakePax8.rows(0, 500, number -> Rows.subscription(number, number % 40, 1)));
            run(SubscriptionSync.class);
            plugin.pax8.intercept((exchange, number) ->
                    exchange.getRequestURI().toString().contains("companyId=" + Rows.companyId(1))
                            ? Optional.of(new Reply(403, "application/json", "{\"message\":\"Invalid companyId\"}"))
                            : Optional.empty());
            assertThat(run(SubscriptionSync.class)).isInstanceOf(JobOutcome.Incomplete.class);
            assertThat(plugin.count("subscription")).isEqualTo(26);
            assertThat(run.lines).anyMatch(line -> line.contains("Invalid companyId"));
        }

        @Test
        void coversCompaniesThatAreMappedWhileItRuns() throws Exception {
            plugin.map(1);
            list("subscriptions", FakePax8.rows(0, 500, number -> Rows.subscription(number, number % 40, 1)));
            plugin.pax8.intercept((exchange, number) -> {
                if (number == 3) {
                    plugin.map(2);
                }
                return Optional.empty();
            });
            assertThat(run(SubscriptionSync.class)).isEqualTo(succeeded(26, 26, 0, 0));
        }

        @Test
        void dropsWhatIsLeftOfUnmappedCompanies() throws Exception {
            plugin.map(1, 2);
            list("subscriptions", FakePax8.rows(0, 80, number -> Rows.subscription(number, number % 40, 1)));
            run(SubscriptionSync.class);
            plugin.jdbc.sql("delete from company_mapping where pax8_company_id = ?").param(Rows.companyId(1)).update();
            assertThat(run(SubscriptionSync.class)).isEqualTo(succeeded(2, 0, 0, 2));
            assertThat(plugin.count("subscription")).isEqualTo(2);
        }

        @Test
        void removesAllOfCompaniesThatAreUnmapped() throws Exception {
            plugin.map(1, 2);
            list("subscriptions", FakePax8.rows(0, 80, number -> Rows.subscription(number, number % 40, 1)));
            run(SubscriptionSync.class);
            SubscriptionStore store = plugin.bean(SubscriptionStore.class);
            assertThat(store.countOfCompanies(Set.of(Rows.companyId(1)))).isEqualTo(2);
            assertThat(store.removeOfCompanies(Set.of(Rows.companyId(1)))).isEqualTo(2);
            assertThat(plugin.count("subscription")).isEqualTo(2);
        }

        @Test
        void guardsAgainstAMassRemoval() throws Exception {
            plugin.map(1, 2);
            list("subscriptions", FakePax8.rows(0, 1600, number -> Rows.subscription(number, number % 40, 1)));
            run(SubscriptionSync.class);
            list("subscriptions", FakePax8.rows(0, 1000, number -> Rows.subscription(number, number % 40, 1)));
            assertThat(run(SubscriptionSync.class)).isInstanceOf(JobOutcome.Incomplete.class);
            assertThat(plugin.count("subscription")).isEqualTo(80);
            run = new RecordedRun(SyncJobs.CONFIRM_REMOVALS);
            assertThat(run(SubscriptionSync.class)).isEqualTo(succeeded(50, 0, 0, 30));
        }

        @Test
        void doesNothingWhileNothingIsMapped() throws Exception {
            assertThat(run(SubscriptionSync.class)).isEqualTo(succeeded(0, 0, 0, 0));
            assertThat(plugin.pax8.requests()).isEmpty();
        }

        @Test
        void bringsUsageOfUsageBasedSubscriptions() throws Exception {
            plugin.map(1);
            Row azure = Rows.subscription(1, 1, 1);
            list("subscriptions", List.of(
                    new Row(azure.id(), azure.json().replace("Product 1", "Azure plan")), Rows.subscription(2, 1, 1)));
            run(SubscriptionSync.class);
            list("usage-summaries/" + azure.id(), List.of(new Row("u",
                    """
                    {"id":"00000000-0000-0005-0000-000000000001","resourceGroup":"prod","currentCharges":12.34,
                     "partnerTotal":10,"currencyCode":"USD","vendorName":"Microsoft","isTrial":false}""")));
            assertThat(run(UsageSync.class)).isEqualTo(succeeded(1, 1, 0, 0));
            assertThat(run(UsageSync.class)).isEqualTo(succeeded(1, 0, 0, 0));
            list("usage-summaries/" + azure.id(), Collections.emptyList());
            assertThat(run(UsageSync.class)).isEqualTo(succeeded(0, 0, 0, 1));
        }
    }

    private void haveCompanies(int number) throws Exception {
        list("companies", FakePax8.rows(0, number, Rows::company));
        run(CompanySync.class);
        plugin.pax8.forgetRequests();
        run = new RecordedRun();
    }

    private void list(String name, List<Row> rows) {
        plugin.pax8.list(name, rows);
    }

    private JobOutcome run(Class<? extends PluginJob> job) throws Exception {
        return plugin.bean(job).run(run);
    }

    /** Which transaction wrote or locked each row last. */
    private List<Map<String, Object>> versions(String table) {
        return plugin.jdbc
                .sql("select t.*, xmin::text as written, xmax::text as locked from " + table + " t order by 1")
                .query()
                .listOfRows();
    }

    private static JobOutcome succeeded(long read, long added, long changed, long removed) {
        return new JobOutcome.Succeeded(new SyncCounts(read, added, changed, removed));
    }
}
