package dev.portico.sandbox.contract;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.data.Product;
import dev.portico.sandbox.data.Subscription;
import dev.portico.sandbox.faults.Fault;
import dev.portico.sandbox.faults.FaultKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of answer of the sandbox against the vendor's documents. */
class ContractTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private static RunningSandbox sandbox;
    private static VendorContract contract;

    @BeforeAll
    static void start() {
        Optional<VendorContract> found = VendorContract.find();
        Assumptions.assumeTrue(found.isPresent(), "The vendor's documents are not here");
        contract = found.orElseThrow();
        sandbox = Sandbox.start("sandbox.size=M", "sandbox.behaviour.status-delay-millis=0");
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @AfterEach
    void reset() {
        sandbox.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/companies", "/v1/companies?size=200&page=1&sort=name,desc", "/v1/companies?status=Inactive&country=US&selfServiceAllowed=true",
            "/v1/products", "/v1/products?size=200&page=2&sort=vendor", "/v1/products?search=backup&vendorName=Acronis",
            "/v1/subscriptions", "/v1/subscriptions?size=200&sort=createdDate,asc", "/v1/subscriptions?status=Trial&billingTerm=Trial",
            "/v1/orders", "/v1/orders?size=200&page=3", "/v1/subscriptions?size=200&page=9", "/v1/subscriptions?page=5000"})
    void listsAreAsDocumented(String target) throws Exception {
        assertThat(check("GET", target, null).status()).isEqualTo(200);
    }

    @Test
    void listsWithoutContentAreAsDocumented() throws Exception {
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"omitEmptyContent\":true}");
        assertThat(check("GET", "/v1/companies?page=99", null).json().has("content")).isFalse();
    }

    @Test
    void everyCompanyAndManySubscriptionsOfTheDemoAreAsDocumented() throws Exception {
        check("GET", "/v1/companies?size=200", null);
        check("GET", "/v1/companies?size=200&page=1", null);
        check("GET", "/v1/subscriptions?size=200&page=3", null);
    }

    @Test
    void singleObjectsAreAsDocumented() throws Exception {
        check("GET", "/v1/companies/" + sandbox.portfolio().companies().getFirst().id(), null);
        for (Subscription subscription : sandbox.portfolio().subscriptions().subList(0, 40)) {
            assertThat(check("GET", "/v1/subscriptions/" + subscription.id(), null).status()).isEqualTo(200);
            assertThat(check("GET", "/v1/products/" + subscription.productId(), null).status()).isEqualTo(200);
            assertThat(check("GET", "/v1/subscriptions/" + subscription.id() + "/history", null).status()).isEqualTo(200);
        }
        check("GET", "/v1/subscriptions/" + any(Subscription::usage).id() + "/usage-summaries?sort=currentCharges,desc", null);
    }

    @Test
    void whatAnOrderNeedsToKnowOfAProductIsAsDocumented() throws Exception {
        Set<String> vendors = new HashSet<>();
        String company = sandbox.portfolio().companies().getFirst().id();
        for (Product product : sandbox.portfolio().products()) {
            if (vendors.add(product.vendor() + product.commitment() + product.usage() + product.oneTime())) {
                assertThat(check("GET", "/v1/products/" + product.id() + "/dependencies", null).status()).isEqualTo(200);
                assertThat(check("GET", "/v1/products/" + product.id() + "/pricing?companyId=" + company, null).status()).isEqualTo(200);
                assertThat(check("GET", "/v1/products/" + product.id() + "/pricing", null).status()).isEqualTo(200);
                assertThat(check("GET", "/v1/products/" + product.id() + "/provision-details", null).status()).isEqualTo(200);
            }
        }
        for (String path : new String[] {"dependencies", "pricing", "provision-details"}) {
            assertThat(check("GET", "/v1/products/" + UNKNOWN + "/" + path, null).status()).isEqualTo(404);
        }
        Product addOn = sandbox.portfolio().products().stream().filter(one -> one.name().contains("Copilot")).findFirst().orElseThrow();
        assertThat(check("GET", "/v1/products/" + addOn.id() + "/dependencies", null).json().path("productDependencies")).isNotEmpty();
    }

    @Test
    void ordersAndTheirRefusalsAreAsDocumented() throws Exception {
        Product product = sandbox.portfolio().products().stream().filter(one -> one.vendor().equals("Dropbox") && one.commitment()).findFirst().orElseThrow();
        String company = sandbox.portfolio().companies().stream().filter(one -> one.status().equals("Active")).findFirst().orElseThrow().id();
        String term = sandbox.portfolio().commitments(product).getFirst().id();
        String order = """
                {"companyId":"%s","orderedBy":"Pax8 Partner","lineItems":[{"lineItemNumber":1,"productId":"%s","quantity":3,"billingTerm":"Monthly",
                 "commitmentTermId":"%s","provisionStartDate":"2026-01-01T08:30:00Z","provisioningDetails":[{"key":"adminEmail","values":["a@example.com"]}]}]}"""
                .formatted(company, product.id(), term);
        assertThat(check("POST", "/v1/orders?isMock=true", order).status()).isEqualTo(200);
        Client.Answer placed = check("POST", "/v1/orders", order);
        assertThat(placed.status()).isEqualTo(200);
        assertThat(check("GET", "/v1/orders/" + placed.json().path("id").asString(), null).status()).isEqualTo(200);
        String sold = placed.json().at("/lineItems/0/subscriptionId").asString();
        assertThat(check("GET", "/v1/subscriptions/" + sold, null).status()).isEqualTo(200);
        assertThat(check("GET", "/v1/subscriptions/" + sold + "/history", null).status()).isEqualTo(200);
        for (boolean flat : new boolean[] {false, true}) {
            new Client(sandbox).send("PUT", "/control/behaviour", "{\"flatErrors\":" + flat + "}");
            assertThat(check("POST", "/v1/orders", order.replace("\"commitmentTermId\":\"" + term + "\",", "")).status()).isEqualTo(422);
            assertThat(check("GET", "/v1/orders/" + UNKNOWN, null).status()).isEqualTo(404);
            Client.Answer unknownField = new Client(sandbox).send("POST", "/v1/orders", order.replace("commitmentTermId", "commitmentTerm"));
            assertThat(unknownField.status()).isEqualTo(400);
            assertThat(contract.problemsOfResponse("POST", "/v1/orders", 400, unknownField.header("Content-Type"), unknownField.body())).isEmpty();
        }
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"lateSubscriptionId\":true,\"statusDelayMillis\":60000}");
        assertThat(check("POST", "/v1/orders", order).json().at("/lineItems/0/subscriptionId").isNull()).isTrue();
    }

    @Test
    void cancellationsAreAsDocumented() throws Exception {
        String free = any(one -> one.status().equals("Active") && one.commitment() == null).id();
        assertThat(new Client(sandbox).send("DELETE", "/v1/subscriptions/" + free, null).status()).isEqualTo(204);
        assertThat(check("GET", "/v1/subscriptions/" + free, null).json().path("endDate").isNull()).isFalse();
        assertThat(check("DELETE", "/v1/subscriptions/" + free, null).status()).isEqualTo(422);
        assertThat(check("DELETE", "/v1/subscriptions/" + UNKNOWN + "?cancelDate=2099-01-01T00:00:00Z", null).status()).isEqualTo(404);
    }

    @Test
    void theNameOfTheCommitmentMayBeEither() throws Exception {
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"commitmentField\":\"commitmentTerm\"}");
        assertThat(check("GET", "/v1/subscriptions/" + any(one -> one.commitment() != null).id(), null).json().path("commitmentTerm").path("term").asString()).isNotBlank();
    }

    @Test
    void changesAndTheirRefusalsAreAsDocumented() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Subscription bound = any(one -> one.commitment() != null && one.commitment().term().equals("1-Year") && one.status().equals("Active")
                && one.quantity() > 2 && one.commitment().end().isBefore(today.plusMonths(10)));
        assertThat(check("PUT", "/v1/subscriptions/" + bound.id(), "{\"quantity\":%d}".formatted(bound.quantity() + 1)).status()).isEqualTo(200);
        for (boolean flat : new boolean[] {false, true}) {
            new Client(sandbox).send("PUT", "/control/behaviour", "{\"flatErrors\":" + flat + "}");
            assertThat(check("PUT", "/v1/subscriptions/" + bound.id(), "{\"quantity\":1}").status()).isEqualTo(422);
            assertThat(check("PUT", "/v1/subscriptions/" + UNKNOWN, "{\"quantity\":1}").status()).isEqualTo(404);
            assertThat(check("GET", "/v1/subscriptions?companyId=" + UNKNOWN, null).status()).isEqualTo(403);
            assertThat(check("GET", "/v1/companies/" + UNKNOWN, null).status()).isEqualTo(404);
            Client.Answer malformed = new Client(sandbox).send("PUT", "/v1/subscriptions/" + bound.id(), "{\"endDate\":\"2030-01-01\"}");
            assertThat(malformed.status()).isEqualTo(400);
            assertThat(contract.problemsOfResponse("PUT", "/v1/subscriptions/" + bound.id(), 400, malformed.header("Content-Type"), malformed.body())).isEmpty();
        }
    }

    @Test
    void faultsWithJsonBodiesAreAsDocumented() throws Exception {
        // why: an error of Pax8's own is left out; its traceId was seen by clients but stands in no document
        for (FaultKind kind : new FaultKind[] {FaultKind.TOO_MANY_REQUESTS, FaultKind.UNAUTHORIZED, FaultKind.FORBIDDEN}) {
            sandbox.faults().clear();
            sandbox.faults().inject(Fault.of(kind));
            assertThat(check("GET", "/v1/companies", null).status()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void tokensAreAsDocumented() throws Exception {
        String request = """
                {"client_id":"portico-demo","client_secret":"portico-demo-secret","audience":"https://api.pax8.com","grant_type":"client_credentials"}""";
        assertThat(check("POST", "/v1/token", request).status()).isEqualTo(200);
        assertThat(check("POST", "/v1/token", request.replace("demo-secret", "wrong")).status()).isEqualTo(401);
    }

    @Test
    void theJudgeSeesMistakes() {
        assertThat(contract.problemsOfResponse("GET", "/v1/companies", 200, "application/json", """
                {"content":[],"size":10,"totalElements":0,"totalPages":0,"number":0}""")).isNotEmpty();
        assertThat(contract.problemsOfResponse("GET", "/v1/subscriptions", 200, "application/json", """
                {"content":[{"quantity":"many"}],"page":{"size":10,"totalElements":1,"totalPages":1,"number":0}}""")).isNotEmpty();
        assertThat(contract.problemsOfRequest("GET", "/v1/companies?limit=3", Map.of(), null)).isNotEmpty();
        assertThat(contract.problemsOfRequest("GET", "/v1/companies?size=500", Map.of(), null)).isNotEmpty();
    }

    private static Subscription any(Predicate<Subscription> which) {
        return sandbox.portfolio().subscriptions().stream().filter(which).findFirst().orElseThrow();
    }

    private static Client.Answer check(String method, String target, String body) throws Exception {
        Map<String, String> headers = body == null ? Map.of() : Map.of("Content-Type", "application/json");
        assertThat(contract.problemsOfRequest(method, target, headers, body)).as("request %s %s", method, target).isEmpty();
        Client.Answer answer = new Client(sandbox).send(method, target, body);
        assertThat(contract.problemsOfResponse(method, target, answer.status(), answer.header("Content-Type"), answer.body()))
                .as("response to %s %s: %s", method, target, answer.body().substring(0, Math.min(400, answer.body().length()))).isEmpty();
        return answer;
    }
}
