package dev.portico.pax8.licensing.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.Secret;
import dev.portico.api.job.JobOutcome;
import dev.portico.pax8.connection.ConnectOutcome;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.PluginUnderTest;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.fixtures.Rows;
import dev.portico.pax8.partner.PartnerFault;
import dev.portico.pax8.sync.SyncEnded;
import dev.portico.pax8.sync.SyncJobs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TermsSyncTest {

    private static final String DEPENDENCIES = """
            {"commitmentDependencies":[{"id":"00000000-0000-0009-0000-000000000009","term":"1-Year","autoRenew":true,
              "renewalWindowDaysBeforeTermEnd":null,"renewalWindowDaysAfterTermEnd":7.0,"allowForQuantityIncrease":true,
              "allowForQuantityDecrease":false,"allowForEarlyCancellation":false,"cancellationFeeApplied":false,
              "isTransferable":true},{"id":null,"term":"odd"},null],"productDependencies":[{"name":"Requires","products":[]}]}""";
    private static final String PRICING = """
            {"content":[{"productId":null,"productName":"x","billingTerm":"Monthly","commitmentTerm":"1-Year",
              "commitmentTermInMonths":12,"type":"Tiered","unitOfMeasurement":"User","rates":[
                {"partnerBuyRate":10,"suggestedRetailPrice":12.5,"startQuantityRange":1,"endQuantityRange":9,"chargeType":"Per Unit"},
                {"partnerBuyRate":9,"suggestedRetailPrice":11.25,"startQuantityRange":10,"endQuantityRange":null,"chargeType":"per_unit"}]},
              {"billingTerm":"Annual","commitmentTerm":null,"type":"Flat","rates":
                {"partnerBuyRate":100,"suggestedRetailPrice":null,"chargeType":"Flat Rate"}}]}""";
    private static final Reply NOT_FOUND = new Reply(404, "application/json", "{\"errors\":[\"Not found\"]}");
    private static final Reply FAULT = new Reply(503, "text/plain", "");

    private final PluginUnderTest plugin = new PluginUnderTest();
    private final Map<String, Reply> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void connect() {
        assertThat(plugin.bean(Pax8Connection.class).connectWithApiCredentials("id", Secret.of("good-secret")))
                .isEqualTo(new ConnectOutcome.Connected());
        plugin.host.started.clear();
        plugin.pax8.intercept((exchange, number) -> {
            String path = exchange.getRequestURI().toString();
            if (!path.endsWith("/dependencies") && !path.contains("/pricing")) {
                return Optional.empty();
            }
            asked.add(path);
            return Optional.of(answers.getOrDefault(path, NOT_FOUND));
        });
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void keepsCommitmentsAndPricesOfProductsInUse() throws Exception {
        product(1);
        product(2);
        subscription(1, 1, "Active");
        subscription(2, 2, "Cancelled");

        RecordedRun run = new RecordedRun();
        assertThat(run(run)).isInstanceOf(JobOutcome.Succeeded.class);

        assertThat(plugin.jdbc.sql("select * from commitment_rule").query().listOfRows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("product_id", Rows.productId(1))
                .containsEntry("commitment_id", new UUID(9, 9))
                .containsEntry("term", "1-Year")
                .containsEntry("increase_allowed", true)
                .containsEntry("decrease_allowed", false)
                .containsEntry("auto_renew", true)
                .containsEntry("days_before_term_end", null)
                .containsEntry("days_after_term_end", 7));
        assertThat(plugin.jdbc.sql("select billing_term || '|' || commitment_term || '|' || charge_type || '|' || partner_buy_rate from product_price order by position")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Monthly|1-Year|Per Unit|10.0000", "Monthly|1-Year|Per Unit|9.0000", "Annual||Flat Rate|100.0000");
        assertThat(run.progress).containsExactly("1 of 1");
        assertThat(problems()).containsExactly("");
    }

    @Test
    void asksForNothingAgainWithinAWeekAndReplacesEverythingThen() throws Exception {
        product(1);
        subscription(1, 1, "Active");
        run(new RecordedRun());
        asked.clear();

        plugin.clock.forward(Duration.ofDays(6));
        run(new RecordedRun());
        assertThat(asked).isEmpty();

        plugin.clock.forward(Duration.ofDays(1));
        answers.put(pricing(1), Reply.json("{\"content\":[]}"));
        answers.put(dependencies(1), Reply.json("{}"));
        run(new RecordedRun());
        assertThat(plugin.count("commitment_rule")).isZero();
        assertThat(plugin.count("product_price")).isZero();
    }

    @Test
    void notesWhyAProductFailedKeepsWhatItHadAndGoesOnWithTheOthers() throws Exception {
        product(1);
        product(2);
        subscription(1, 1, "Active");
        subscription(2, 2, "Active");
        run(new RecordedRun());
        plugin.clock.forward(Duration.ofDays(7));
        answers.put(pricing(1), new Reply(422, "application/json", "{\"message\":\"No price for this\"}"));

        assertThat(run(new RecordedRun()))
                .isInstanceOfSatisfying(JobOutcome.Incomplete.class, outcome -> assertThat(outcome.reason())
                        .startsWith("The terms of 1 product of 2 could not be fetched."));

        assertThat(problems()).containsExactly("Pax8 refuses the request (422). Pax8 says: \"No price for this\".", "");
        assertThat(plugin.count("product_price where product_id = '" + Rows.productId(1) + "'")).isEqualTo(3);
    }

    @Test
    void leavesAFailedProductAloneForMostOfADay() throws Exception {
        subscription(1, 1, "Active");
        run(new RecordedRun());
        assertThat(problems()).containsExactly("Pax8 does not know this product.");
        asked.clear();

        plugin.clock.forward(Duration.ofHours(19));
        run(new RecordedRun());
        assertThat(asked).isEmpty();

        product(1);
        plugin.clock.forward(Duration.ofHours(1));
        assertThat(run(new RecordedRun())).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(problems()).containsExactly("");
    }

    @Test
    void getsPastOneProductThatPax8StumblesOver() throws Exception {
        product(1);
        product(2);
        answers.put(dependencies(1), FAULT);
        subscription(1, 1, "Active");
        subscription(2, 2, "Active");

        assertThat(run(new RecordedRun())).isInstanceOf(JobOutcome.Incomplete.class);
        assertThat(problems()).satisfiesExactly(first -> assertThat(first).contains("503"), second -> assertThat(second)
                .isEmpty());
    }

    @Test
    void breaksOffWhenPax8IsDownAndGoesOnWhereItWas() throws Exception {
        for (int number = 1; number <= 5; number++) {
            product(number);
            subscription(number, number, "Active");
        }
        for (int number = 2; number <= 4; number++) {
            answers.put(dependencies(number), FAULT);
        }

        assertThatThrownBy(() -> run(new RecordedRun())).isInstanceOf(PartnerFault.class);
        assertThat(plugin.count("product_terms where problem = ''")).isEqualTo(1);

        asked.clear();
        assertThat(run(new RecordedRun())).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(asked).containsExactly(dependencies(5), pricing(5));
    }

    @Test
    void stopsBetweenTwoProductsWhenAsked() throws Exception {
        product(1);
        product(2);
        subscription(1, 1, "Active");
        subscription(2, 2, "Active");
        RecordedRun run = new RecordedRun();
        run.cancelAfterPages = 1;

        assertThat(run(run)).isInstanceOf(JobOutcome.Cancelled.class);
        assertThat(plugin.count("product_terms")).isEqualTo(1);
    }

    @Test
    void isStartedAfterASyncThatLeavesTermsMissing() {
        TermsAfterSync after = plugin.bean(TermsAfterSync.class);
        after.on(new SyncEnded(SyncJobs.SUBSCRIPTIONS));
        assertThat(plugin.host.started).isEmpty();

        subscription(1, 1, "Active");
        after.on(new SyncEnded(SyncJobs.COMPANIES));
        assertThat(plugin.host.started).isEmpty();
        after.on(new SyncEnded(SyncJobs.SUBSCRIPTIONS));
        assertThat(plugin.host.started).containsExactly(TermsSync.JOB);
    }

    private JobOutcome run(RecordedRun run) throws Exception {
        return plugin.bean(TermsSync.class).run(run);
    }

    private void product(int number) {
        answers.put(dependencies(number), Reply.json(DEPENDENCIES));
        answers.put(pricing(number), Reply.json(PRICING));
    }

    private void subscription(int number, int product, String status) {
        plugin.jdbc
                .sql("""
                        insert into subscription (id, company_id, product_id, product_name, vendor_subscription_id,
                                                  quantity, status, billing_term, currency, commitment_term,
                                                  first_seen_at, changed_at)
                        values (?, gen_random_uuid(), ?, '', '', 10, ?, 'Monthly', 'USD', '', now(), now())
                        """)
                .params(Rows.subscriptionId(number), Rows.productId(product), status)
                .update();
    }

    private List<String> problems() {
        return plugin.jdbc.sql("select problem from product_terms order by product_id").query(String.class).list();
    }

    private static String dependencies(int product) {
        return "/v1/products/" + Rows.productId(product) + "/dependencies";
    }

    private static String pricing(int product) {
        return "/v1/products/" + Rows.productId(product) + "/pricing";
    }
}
