package dev.portico.sandbox.partner;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class PartnerApiTest {

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=M");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void reset() {
        sandbox.reset();
    }

    @Test
    void aPageHasTenRowsAndANestedEnvelopeUnlessAskedOtherwise() throws Exception {
        JsonNode first = get("/v1/companies");
        assertThat(first.path("content")).hasSize(10);
        assertThat(first.path("page").toString()).isEqualTo("{\"size\":10,\"totalElements\":300,\"totalPages\":30,\"number\":0}");
        assertThat(first.propertyNames()).containsExactly("content", "page");
    }

    @Test
    void allPagesTogetherAreEveryRowOnce() throws Exception {
        for (String sort : List.of("", "&sort=createdDate,desc", "&sort=quantity")) {
            Set<String> ids = new HashSet<>();
            int rows = 0;
            for (int page = 0; page < 10; page++) {
                for (JsonNode row : get("/v1/subscriptions?size=200&page=" + page + sort).path("content")) {
                    ids.add(row.path("id").asString());
                    rows++;
                }
            }
            assertThat(rows).isEqualTo(2000);
            assertThat(ids).hasSize(2000);
        }
    }

    @Test
    void anOversizePageIsCutOrRefused() throws Exception {
        assertThat(get("/v1/companies?size=1000").path("page").path("size").asInt()).isEqualTo(200);
        behave("{\"rejectOversize\":true}");
        assertThat(client().get("/v1/companies?size=201").status()).isEqualTo(400);
        assertThat(client().get("/v1/companies?size=200").status()).isEqualTo(200);
    }

    @Test
    void anEmptyPageMayLackItsContent() throws Exception {
        assertThat(get("/v1/companies?page=300").path("content")).isEmpty();
        assertThat(get("/v1/companies?page=300").has("content")).isTrue();
        behave("{\"omitEmptyContent\":true}");
        assertThat(get("/v1/companies?page=300").propertyNames()).containsExactly("page");
        assertThat(get("/v1/subscriptions?status=Converted").at("/page/totalPages").asInt()).isZero();
    }

    @Test
    void nonsenseInTheQueryIsRefusedAndUnknownParametersAreIgnored() throws Exception {
        for (String query : List.of("page=-1", "page=x", "size=0", "sort=colour", "sort=name,up", "status=Suspended", "selfServiceAllowed=maybe")) {
            Client.Answer answer = client().get("/v1/companies?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().path("type").asString()).isEqualTo("BAD_REQUEST");
        }
        assertThat(client().get("/v1/subscriptions?companyId=not-an-id").status()).isEqualTo(400);
        assertThat(client().get("/v1/companies?name=x").status()).isEqualTo(200);
    }

    @Test
    void companiesCanBeFilteredAndSorted() throws Exception {
        JsonNode dutch = get("/v1/companies?country=NL&size=200&sort=city,desc").path("content");
        assertThat(dutch).isNotEmpty().allMatch(company -> company.at("/address/country").asString().equals("NL"));
        List<String> cities = new ArrayList<>();
        dutch.forEach(company -> cities.add(company.at("/address/city").asString()));
        assertThat(cities).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(get("/v1/companies?status=Inactive").at("/page/totalElements").asInt()).isEqualTo(21);
        assertThat(get("/v1/companies?status=Deleted").at("/page/totalElements").asInt()).isEqualTo(3);
    }

    @Test
    void productsCanBeSearchedByOneKeywordAndByVendor() throws Exception {
        assertThat(get("/v1/products?vendorName=Acronis&size=200").path("content")).isNotEmpty()
                .allMatch(product -> product.path("vendorName").asString().equals("Acronis"));
        assertThat(get("/v1/products?search=premium").at("/page/totalElements").asInt()).isPositive();
        assertThat(get("/v1/products?search=premium%20nothing").at("/page/totalElements").asInt()).isZero();
    }

    @Test
    void subscriptionsCanBeFilteredByCompanyProductStatusAndTerm() throws Exception {
        JsonNode any = get("/v1/subscriptions?status=Active&billingTerm=Annual").at("/content/0");
        JsonNode same = get("/v1/subscriptions?status=Active&billingTerm=Annual&companyId=%s&productId=%s"
                .formatted(any.path("companyId").asString(), any.path("productId").asString())).path("content");
        assertThat(same).isNotEmpty().allMatch(row -> row.path("companyId").equals(any.path("companyId")) && row.path("billingTerm").asString().equals("Annual"));
    }

    @Test
    void aForeignCompanyIsForbidden() throws Exception {
        Client.Answer answer = client().get("/v1/subscriptions?companyId=00000000-0000-4000-8000-000000000000");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("message").asString()).isEqualTo("Invalid companyId");
    }

    @Test
    void whatDoesNotExistIsNotFoundInTheDocumentedOrTheFlatForm() throws Exception {
        Client.Answer documented = client().get("/v1/companies/3d06");
        assertThat(documented.status()).isEqualTo(404);
        assertThat(documented.body()).isEqualTo("""
                {"type":"NOT_FOUND","message":"Company Not Found: 3d06","instance":"/public/v1/companies/3d06","status":404,"details":[]}""");
        behave("{\"flatErrors\":true}");
        assertThat(client().get("/v1/companies/3d06").body()).isEqualTo("{\"errors\":[\"Company Not Found: 3d06\"]}");
        assertThat(client().get("/v1/nothing/here").status()).isEqualTo(404);
    }

    @Test
    void vendorSkuIdIsOnlyOnTheDetail() throws Exception {
        for (JsonNode row : get("/v1/subscriptions?size=200").path("content")) {
            assertThat(row.has("vendorSkuId")).isFalse();
            assertThat(row.has("vendorName")).isFalse();
        }
        JsonNode microsoft = get("/v1/products?search=Business%20Premium").at("/content/0");
        JsonNode row = get("/v1/subscriptions?productId=" + microsoft.path("id").asString()).at("/content/0");
        assertThat(get("/v1/subscriptions/" + row.path("id").asString()).path("vendorSkuId").asString()).isEqualTo(microsoft.path("vendorSku").asString());
    }

    @Test
    void someProductsOfSubscriptionsAreMissingFromTheListButCanBeRead() throws Exception {
        Set<String> listed = new HashSet<>();
        sandbox.portfolio().products().forEach(product -> listed.add(product.id()));
        List<String> missing = sandbox.portfolio().subscriptions().stream().map(one -> one.productId()).filter(id -> !listed.contains(id)).toList();
        assertThat(missing).hasSizeBetween(10, 40);
        assertThat(get("/v1/products/" + missing.getFirst()).path("vendorName").asString()).isNotBlank();
    }

    @Test
    void theFourFormsOfDatesAndAllKindsOfNullsOccur() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int page = 0; page < 10; page++) {
            all.append(client().get("/v1/subscriptions?size=200&page=" + page).body());
        }
        assertThat(all).containsPattern("\"startDate\":\"\\d{4}-\\d\\d-\\d\\d\"").containsPattern("\"startDate\":\"[^\"]{19}Z\"")
                .containsPattern("\"startDate\":\"[^\"]{23}-0700\"").containsPattern("\"startDate\":\"[^\"]{23}Z\"")
                .containsPattern("\"endDate\":\"\\d{4}-\\d\\d-\\d\\dT00:00:00.000Z\"")
                .contains("\"endDate\":null", "\"parentSubscriptionId\":null", "\"vendorSubscriptionId\":null", "\"price\":null",
                        "\"partnerCost\":null", "\"billingStart\":null", "\"commitment\":null", "\"updatedDate\":null");
    }

    @Test
    void theCommitmentMayHaveItsDocumentedName() throws Exception {
        assertThat(client().get("/v1/subscriptions").body()).contains("\"commitment\":").doesNotContain("\"commitmentTerm\":");
        behave("{\"commitmentField\":\"commitmentTerm\"}");
        assertThat(client().get("/v1/subscriptions").body()).contains("\"commitmentTerm\":").doesNotContain("\"commitment\":");
    }

    @Test
    void valuesThatNoDocumentKnowsAppearWhenSwitchedOn() throws Exception {
        behave("{\"unknownValues\":true}");
        assertThat(client().get("/v1/companies?size=200").body()).contains("\"OnHold\"");
        assertThat(client().get("/v1/subscriptions?size=200").body()).contains("\"AwaitingVendorReview\"");
    }

    @Test
    void usageBasedSubscriptionsHaveSummariesAndOthersHaveNone() throws Exception {
        String usage = sandbox.portfolio().subscriptions().stream().filter(one -> one.usage()).findFirst().orElseThrow().id();
        assertThat(get("/v1/subscriptions/" + usage + "/usage-summaries").path("content")).isNotEmpty()
                .allMatch(summary -> summary.path("subscriptionId").asString().equals(usage));
        String seats = sandbox.portfolio().subscriptions().stream().filter(one -> !one.usage()).findFirst().orElseThrow().id();
        assertThat(get("/v1/subscriptions/" + seats + "/usage-summaries").at("/page/totalElements").asInt()).isZero();
    }

    @Test
    void aLargePageIsMadeInMilliseconds() throws Exception {
        for (String path : List.of("/v1/subscriptions?size=200&sort=createdDate,desc", "/v1/products?size=200&sort=name", "/v1/companies?size=200")) {
            Client client = client();
            List<Long> micros = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                long start = System.nanoTime();
                client.get(path);
                micros.add((System.nanoTime() - start) / 1000);
            }
            long median = micros.stream().skip(100).sorted().skip(50).findFirst().orElseThrow();
            System.out.println("Median of " + path + ": " + median + " µs over HTTP");
            assertThat(median).as(path).isLessThan(25_000);
        }
    }

    private static JsonNode get(String path) throws Exception {
        Client.Answer answer = client().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static void behave(String fields) throws Exception {
        assertThat(client().send("PUT", "/control/behaviour", fields).status()).isEqualTo(200);
    }

    private static Client client() {
        return new Client(sandbox);
    }
}
