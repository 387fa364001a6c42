package dev.portico.pax8.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.job.JobOutcome;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.FakePax8.Row;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.fixtures.Rows;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionSyncTest extends SyncUnderTest {

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
