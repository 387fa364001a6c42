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

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

class PricingTest {

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
    void aFlatPriceForACompanyIsWhatItsSubscriptionsCost() throws Exception {
        int compared = 0;
        for (Subscription one : sandbox.portfolio().subscriptions().subList(0, 150)) {
            if (one.price() == null || one.partnerCost() == null || one.billingTerm().equals("Trial") || one.commitment() == null && product(one).commitment()) {
                continue;
            }
            String term = one.commitment() == null ? "" : one.commitment().term();
            JsonNode price = content("/v1/products/%s/pricing?companyId=%s".formatted(one.productId(), one.companyId())).valueStream()
                    .filter(row -> row.path("billingTerm").asString().equals(one.billingTerm()) && row.path("commitmentTerm").asString("").equals(term))
                    .findFirst().orElseThrow();
            if (price.path("type").asString().equals("Flat")) {
                assertThat(price.at("/rates/0/suggestedRetailPrice").decimalValue()).isEqualByComparingTo(one.price());
                assertThat(price.at("/rates/0/partnerBuyRate").decimalValue()).isEqualByComparingTo(one.partnerCost());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void allFourTypesOccurAndRangesFollowEachOther() throws Exception {
        Set<String> types = new HashSet<>();
        for (String vendor : new String[] {"Microsoft", "Adobe", "Proofpoint", "Acronis"}) {
            for (JsonNode price : content("/v1/products/" + any(one -> one.vendor().equals(vendor)).id() + "/pricing")) {
                types.add(price.path("type").asString());
                int next = 1;
                for (JsonNode rate : price.path("rates")) {
                    assertThat(rate.path("startQuantityRange").asInt()).isEqualTo(next);
                    next = rate.path("endQuantityRange").asInt(0) + 1;
                }
                assertThat(price.path("rates").valueStream().toList().getLast().path("endQuantityRange").isNull()).isTrue();
                assertThat(price.has("currencyCode")).isFalse();
            }
        }
        assertThat(types).containsExactlyInAnyOrder("Flat", "Volume", "Tiered", "Mark-Up");
    }

    @Test
    void neitherHasPages() throws Exception {
        String id = any(one -> one.vendor().equals("Microsoft")).id();
        assertThat(new Client(sandbox).get("/v1/products/" + id + "/pricing").json().propertyNames()).containsExactly("content");
        assertThat(new Client(sandbox).get("/v1/products/" + id + "/provision-details").json().propertyNames()).containsExactly("content");
    }

    @Test
    void provisionDetailsAreInputsAndChoices() throws Exception {
        JsonNode microsoft = content("/v1/products/" + any(one -> one.vendor().equals("Microsoft")).id() + "/provision-details");
        assertThat(microsoft).extracting(row -> row.path("key").asString()).contains("msCustExists", "microsoftCancelPolicyAcknowledgement");
        assertThat(microsoft).allMatch(row -> row.path("possibleValues").isNull() == row.path("valueType").asString().equals("Input"));
        assertThat(content("/v1/products/" + any(one -> one.vendor().equals("Acronis")).id() + "/provision-details"))
                .anyMatch(row -> row.path("valueType").asString().equals("Multi-Value"));
        assertThat(content("/v1/products/" + any(Product::oneTime).id() + "/provision-details")).isEmpty();
    }

    @Test
    void unknownProductsAndCompaniesAreNotFound() throws Exception {
        assertThat(new Client(sandbox).get("/v1/products/none/pricing").status()).isEqualTo(404);
        assertThat(new Client(sandbox).get("/v1/products/none/provision-details").status()).isEqualTo(404);
        String id = sandbox.portfolio().products().getFirst().id();
        assertThat(new Client(sandbox).get("/v1/products/" + id + "/pricing?companyId=00000000-0000-4000-8000-000000000000").status()).isEqualTo(404);
    }

    private static Product product(Subscription one) {
        return sandbox.portfolio().product(one.productId()).orElseThrow();
    }

    private static Product any(Predicate<Product> which) {
        return sandbox.portfolio().products().stream().filter(which).findFirst().orElseThrow();
    }

    private static JsonNode content(String path) throws Exception {
        Client.Answer answer = new Client(sandbox).get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("content");
    }
}
