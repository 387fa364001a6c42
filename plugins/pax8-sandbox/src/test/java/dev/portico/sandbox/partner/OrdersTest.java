package dev.portico.sandbox.partner;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.data.Company;
import dev.portico.sandbox.data.Product;
import dev.portico.sandbox.faults.Fault;
import dev.portico.sandbox.faults.FaultKind;
import dev.portico.sandbox.faults.Journal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class OrdersTest {

    private static final String DETAILS = """
            [{"key":"msCustExists","values":["Yes, the customer has a Microsoft account"]},{"key":"msTenantId","values":["t"]},
             {"key":"mca2020FirstName","values":["A"]},{"key":"mca2020LastName","values":["B"]},{"key":"mca2020Email","values":["a@example.com"]},
             {"key":"microsoftCancelPolicyAcknowledgement","values":["Yes, I acknowledge the policy"]}]""";

    private static RunningSandbox sandbox;
    private Company company;
    private Product microsoft;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=S", "sandbox.behaviour.status-delay-millis=400");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
        company = sandbox.portfolio().companies().stream().filter(one -> one.status().equals("Active")).findFirst().orElseThrow();
        microsoft = product(one -> one.name().startsWith("Microsoft 365 Business Premium [New"));
    }

    @Test
    void anOrderBecomesASubscriptionThatIsActiveALittleLater() throws Exception {
        Client.Answer answer = order("", line(microsoft, 5, "Annual", commitment("1-Year"), DETAILS));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode order = answer.json();
        assertThat(order.path("createdDate").asString()).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(order.path("orderedBy").asString()).isEqualTo("Pax8Partner");
        assertThat(order.has("status")).isFalse();
        String id = order.at("/lineItems/0/subscriptionId").asString();
        JsonNode subscription = get("/v1/subscriptions/" + id);
        assertThat(subscription.path("quantity").asInt()).isEqualTo(5);
        assertThat(subscription.path("status").asString()).isIn("PendingAutomated", "Active");
        assertThat(subscription.at("/commitment/id").asString()).isEqualTo(commitment("1-Year"));
        assertThat(subscription.at("/commitment/endDate").asString()).startsWith(LocalDate.now(ZoneOffset.UTC).plusYears(1).minusDays(1).toString());
        await().until(() -> get("/v1/subscriptions/" + id).path("status").asString().equals("Active"));
        assertThat(get("/v1/orders/" + order.path("id").asString()).path("lineItems")).isEqualTo(order.path("lineItems"));
        assertThat(get("/v1/subscriptions/" + id + "/history").path("content")).hasSize(1);
        assertThat(sandbox.journal().changes(id)).singleElement().matches(change -> change.by().equals("order") && change.from() == 0 && change.to() == 5 && change.delivered());
    }

    @Test
    void aMockOrderIsJudgedAndNotWritten() throws Exception {
        int subscriptions = sandbox.portfolio().subscriptions().size();
        Client.Answer answer = order("?isMock=true", line(microsoft, 5, "Annual", commitment("1-Year"), DETAILS));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().has("id")).isFalse();
        assertThat(sandbox.portfolio().subscriptions()).hasSize(subscriptions);
        assertThat(sandbox.journal().changes()).isEmpty();
        assertThat(order("?isMock=true", line(microsoft, 5, "Annual", null, DETAILS)).status()).isEqualTo(422);
    }

    @Test
    void unknownFieldsAreNamed() throws Exception {
        String line = line(microsoft, 5, "Annual", commitment("1-Year"), DETAILS);
        Client.Answer answer = order("", line.replace("{\"productId\"", "{\"commitmentTerm\":\"1-Year\",\"productId\""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asString()).isEqualTo("Invalid input, please check the documentation for allowed values. field: commitmentTerm");
        assertThat(post("", "{\"companyId\":\"%s\",\"note\":1,\"lineItems\":[%s]}".formatted(company.id(), line)).body()).contains("field: note");
        for (String broken : List.of("", "[]", "{", "{}", "{\"companyId\":\"%s\",\"lineItems\":[]}".formatted(company.id()))) {
            assertThat(post("", broken).status()).as(broken).isEqualTo(400);
        }
        assertThat(order("", line.replace("\"quantity\":5", "\"quantity\":\"five\"")).body()).contains("field: quantity");
    }

    @Test
    void whatIsImpossibleIsRefusedInBothForms() throws Exception {
        String fine = commitment("1-Year");
        assertThat(order("", line(microsoft, 5, "Annual", null, DETAILS)).json().path("message").asString()).contains("requires commitment");
        assertThat(order("", line(microsoft, 5, "3-Year", fine, DETAILS)).json().path("message").asString()).contains("Billing term 3-Year is not available");
        assertThat(order("", line(microsoft, 0, "Annual", fine, DETAILS)).status()).isEqualTo(422);
        assertThat(order("", line(microsoft, 5, "Annual", fine, "[]")).json().path("message").asString()).contains("field: msCustExists");
        assertThat(order("", line(microsoft, 5, "Annual", fine, DETAILS.replace("msTenantId", "msDomain"))).json().path("message").asString()).contains("field: msTenantId");
        assertThat(order("", line(microsoft, 5, "Annual", company.id(), DETAILS)).status()).isEqualTo(422);
        String inactive = sandbox.portfolio().companies().stream().filter(one -> one.status().equals("Inactive")).findFirst().orElseThrow().id();
        assertThat(post("", "{\"companyId\":\"%s\",\"lineItems\":[%s]}".formatted(inactive, line(microsoft, 5, "Annual", fine, DETAILS))).status()).isEqualTo(422);
        sandbox.reset();
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"flatErrors\":true}");
        assertThat(order("", line(microsoft, 5, "Annual", null, DETAILS)).json().at("/errors/0").asString()).contains("requires commitment");
    }

    @Test
    void theListIsOldestFirstAndIgnoresAStatus() throws Exception {
        JsonNode all = get("/v1/orders?size=200&status=Completed");
        assertThat(all.at("/page/totalElements").asInt()).isEqualTo(sandbox.portfolio().subscriptions().size());
        List<String> days = all.path("content").valueStream().map(row -> row.path("createdDate").asString()).toList();
        assertThat(days).isSorted().allMatch(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"));
        String id = order("", line(microsoft, 1, "Monthly", commitment("Monthly"), DETAILS)).json().path("id").asString();
        assertThat(get("/v1/orders?size=200").path("content").valueStream().toList().getLast().path("id").asString()).isEqualTo(id);
        assertThat(get("/v1/orders?companyId=" + company.id()).path("content")).isNotEmpty().allMatch(row -> row.path("companyId").asString().equals(company.id()));
        assertThat(new Client(sandbox).get("/v1/orders/none").status()).isEqualTo(404);
        assertThat(new Client(sandbox).get("/v1/orders?companyId=00000000-0000-4000-8000-000000000000").status()).isEqualTo(404);
    }

    @Test
    void theSubscriptionMayBeNamedLate() throws Exception {
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"lateSubscriptionId\":true}");
        JsonNode order = order("", line(microsoft, 1, "Monthly", commitment("Monthly"), DETAILS)).json();
        assertThat(order.at("/lineItems/0/subscriptionId").isNull()).isTrue();
        await().until(() -> !get("/v1/orders/" + order.path("id").asString()).at("/lineItems/0/subscriptionId").isNull());
    }

    @Test
    void anOrderSentTwiceIsTwoOrders() throws Exception {
        sandbox.faults().inject(Fault.of(FaultKind.DROP_AFTER).on("/v1/orders").method("POST").times(1));
        String line = line(microsoft, 3, "Monthly", commitment("1-Year"), DETAILS);
        assertThatThrownBy(() -> order("", line)).isInstanceOf(IOException.class);
        assertThat(order("", line).status()).isEqualTo(200);
        assertThat(sandbox.journal().changes()).hasSize(2).extracting(Journal.Change::delivered).containsExactly(true, false);
    }

    @Test
    void anAddOnNeedsItsProduct() throws Exception {
        Company fresh = sandbox.portfolio().addCompany("Fresh Ltd", "Leeds", "GB", null);
        Product copilot = product(one -> one.name().contains("Copilot"));
        String term = sandbox.portfolio().commitments(copilot).getFirst().id();
        String alone = line(copilot, 1, "Monthly", term, DETAILS);
        assertThat(post("", "{\"companyId\":\"%s\",\"lineItems\":[%s]}".formatted(fresh.id(), alone)).status()).isEqualTo(422);
        String both = alone + "," + line(microsoft, 1, "Monthly", commitment("Monthly"), DETAILS);
        Client.Answer answer = post("", "{\"companyId\":\"%s\",\"lineItems\":[%s]}".formatted(fresh.id(), both));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("lineItems")).hasSize(2);
    }

    private Client.Answer order(String query, String line) throws Exception {
        return post(query, "{\"companyId\":\"%s\",\"orderedBy\":\"Pax8 Partner\",\"lineItems\":[%s]}".formatted(company.id(), line));
    }

    private static String line(Product product, int quantity, String billingTerm, String commitment, String details) {
        return "{\"productId\":\"%s\",\"lineItemNumber\":1,\"quantity\":%d,\"billingTerm\":\"%s\",%s\"provisioningDetails\":%s}".formatted(product.id(), quantity,
                billingTerm, commitment == null ? "" : "\"commitmentTermId\":\"" + commitment + "\",", details);
    }

    private String commitment(String term) {
        return sandbox.portfolio().commitments(microsoft).stream().filter(rule -> rule.term().equals(term)).findFirst().orElseThrow().id();
    }

    private static Product product(Predicate<Product> which) {
        return sandbox.portfolio().products().stream().filter(which).findFirst().orElseThrow();
    }

    private static Client.Answer post(String query, String body) throws Exception {
        return new Client(sandbox).send("POST", "/v1/orders" + query, body);
    }

    private static JsonNode get(String path) throws Exception {
        Client.Answer answer = new Client(sandbox).get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
