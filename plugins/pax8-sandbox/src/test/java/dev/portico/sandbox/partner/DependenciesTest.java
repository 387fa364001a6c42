package dev.portico.sandbox.partner;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.data.Product;
import dev.portico.sandbox.data.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

class DependenciesTest {

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=M");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void microsoftTakesSeatsBackForSevenDaysOfEachTerm() throws Exception {
        JsonNode commitments = dependencies(product(one -> one.vendor().equals("Microsoft") && one.name().contains("New Commerce"))).path("commitmentDependencies");
        assertThat(commitments).extracting(row -> row.path("term").asString()).containsExactly("Monthly", "1-Year", "3-Year");
        assertThat(commitments).allMatch(row -> row.path("allowForQuantityIncrease").asBoolean() && !row.path("allowForQuantityDecrease").asBoolean()
                && row.path("renewalWindowDaysBeforeTermEnd").asInt() == 0 && row.path("renewalWindowDaysAfterTermEnd").asInt() == 7
                && row.path("autoRenew").asBoolean());
    }

    @Test
    void otherVendorsHaveOtherWindowsAndTerms() throws Exception {
        JsonNode adobe = dependencies(product(one -> one.vendor().equals("Adobe"))).path("commitmentDependencies");
        assertThat(adobe).allMatch(row -> row.path("renewalWindowDaysBeforeTermEnd").asInt() == 14 && row.path("renewalWindowDaysAfterTermEnd").asInt() == 0);
        JsonNode google = dependencies(product(one -> one.vendor().equals("Google") && one.commitment())).path("commitmentDependencies");
        assertThat(google).extracting(row -> row.path("term").asString()).containsExactly("1-Year");
        JsonNode savings = dependencies(product(one -> one.name().startsWith("Azure Savings Plan"))).path("commitmentDependencies");
        assertThat(savings).isNotEmpty().allMatch(row -> !row.path("allowForQuantityIncrease").asBoolean() && !row.path("allowForQuantityDecrease").asBoolean());
    }

    @Test
    void whatIsSoldWithoutACommitmentHasNone() throws Exception {
        JsonNode huntress = dependencies(product(one -> one.vendor().equals("Huntress")));
        assertThat(huntress.toString()).isEqualTo("{\"commitmentDependencies\":[],\"productDependencies\":[]}");
    }

    @Test
    void anAddOnNamesTheProductsItNeeds() throws Exception {
        JsonNode needed = dependencies(product(one -> one.name().contains("Copilot"))).path("productDependencies");
        assertThat(needed.at("/0/products")).isNotEmpty().allMatch(row -> row.path("vendorName").asString().equals("Microsoft"));
    }

    @Test
    void everyCommitmentOfASubscriptionIsOneOfItsProduct() throws Exception {
        Map<String, List<String>> known = new HashMap<>();
        for (Subscription one : sandbox.portfolio().subscriptions().stream().filter(row -> row.commitment() != null).toList()) {
            if (!known.containsKey(one.productId())) {
                JsonNode rows = dependencies(sandbox.portfolio().product(one.productId()).orElseThrow()).path("commitmentDependencies");
                known.put(one.productId(), rows.valueStream().map(row -> row.path("id").asString() + row.path("term").asString()).toList());
            }
            assertThat(known.get(one.productId())).contains(one.commitment().id() + one.commitment().term());
        }
        assertThat(known).hasSizeGreaterThan(30);
    }

    @Test
    void anUnknownProductIsNotFound() throws Exception {
        assertThat(new Client(sandbox).get("/v1/products/none/dependencies").status()).isEqualTo(404);
    }

    private static Product product(Predicate<Product> which) {
        return sandbox.portfolio().products().stream().filter(which).findFirst().orElseThrow();
    }

    private static JsonNode dependencies(Product product) throws Exception {
        Client.Answer answer = new Client(sandbox).get("/v1/products/" + product.id() + "/dependencies");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
