package dev.portico.sandbox.partner;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.data.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class QuantityChangeTest {

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=M", "sandbox.behaviour.status-delay-millis=300");
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
    void setsTheAbsoluteQuantityAndTouchesNothingElse() throws Exception {
        Subscription before = active(one -> one.price() != null);
        Client.Answer answer = put(before.id(), "{\"quantity\":%d}".formatted(before.quantity() + 7));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("quantity").asInt()).isEqualTo(before.quantity() + 7);
        assertThat(answer.json().path("price").decimalValue()).isEqualByComparingTo(before.price());
        assertThat(answer.json().path("billingTerm").asString()).isEqualTo(before.billingTerm());
    }

    @Test
    void theVendorFollowsALittleLater() throws Exception {
        Subscription before = active(one -> true);
        assertThat(put(before.id(), "{\"quantity\":%d}".formatted(before.quantity() + 1)).json().path("status").asString()).isEqualTo("PendingAutomated");
        await().until(() -> status(before.id()).equals("Active"));
        assertThat(get("/v1/subscriptions?status=PendingAutomated").at("/page/totalElements").asInt()).isZero();
    }

    @Test
    void theQuantityMayShowLate() throws Exception {
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"lateQuantity\":true}");
        Subscription before = active(one -> true);
        int wanted = before.quantity() + 1;
        assertThat(put(before.id(), "{\"quantity\":%d}".formatted(wanted)).json().path("quantity").asInt()).isEqualTo(before.quantity());
        await().until(() -> get("/v1/subscriptions/" + before.id()).path("quantity").asInt() == wanted);
    }

    @Test
    void everyChangeIsInTheHistoryNewestFirst() throws Exception {
        Subscription before = active(one -> true);
        int rows = get("/v1/subscriptions/" + before.id() + "/history").path("content").size();
        put(before.id(), "{\"quantity\":%d}".formatted(before.quantity() + 1));
        put(before.id(), "{\"quantity\":%d}".formatted(before.quantity() + 2));
        JsonNode history = get("/v1/subscriptions/" + before.id() + "/history");
        assertThat(history.has("page")).isFalse();
        assertThat(history.path("content")).hasSize(rows + 2).allMatch(row -> row.path("id").asString().equals(before.id()));
        assertThat(history.at("/content/0/quantity").asInt()).isEqualTo(before.quantity() + 2);
        assertThat(history.at("/content/2/quantity").asInt()).isEqualTo(before.quantity());
    }

    @Test
    void oneOfTheFourFieldsIsNeeded() throws Exception {
        String id = active(one -> true).id();
        for (String body : List.of("{}", "{\"endDate\":\"2030-01-01\"}", "{\"quantity\":null}", "[]", "{", "")) {
            assertThat(put(id, body).status()).as(body).isEqualTo(400);
        }
        for (String body : List.of("{\"quantity\":\"ten\"}", "{\"quantity\":1.5}", "{\"price\":\"free\"}", "{\"billingTerm\":\"5-Year\"}")) {
            assertThat(put(id, body).status()).as(body).isEqualTo(400);
        }
        assertThat(put(id, "{\"quantity\":0}").status()).isEqualTo(422);
    }

    @Test
    void aPriceThatIsSentIsWritten() throws Exception {
        Subscription before = active(one -> true);
        assertThat(put(before.id(), "{\"price\":1.23}").json().path("price").asDouble()).isEqualTo(1.23);
    }

    @Test
    void fewerSeatsWithinACommitmentAreRefusedInBothForms() throws Exception {
        Subscription bound = bound();
        Client.Answer documented = put(bound.id(), "{\"quantity\":1}");
        assertThat(documented.status()).isEqualTo(422);
        assertThat(documented.json().path("message").asString()).contains("cannot be decreased").contains(bound.commitment().end().toString());
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"flatErrors\":true}");
        assertThat(put(bound.id(), "{\"quantity\":1}").json().at("/errors/0").asString()).contains("cannot be decreased");
        assertThat(get("/v1/subscriptions/" + bound.id()).path("quantity").asInt()).isEqualTo(bound.quantity());
    }

    @Test
    void moreSeatsWithinACommitmentAreFine() throws Exception {
        Subscription bound = bound();
        assertThat(put(bound.id(), "{\"quantity\":%d}".formatted(bound.quantity() + 1)).status()).isEqualTo(200);
    }

    @Test
    void microsoftTakesSeatsBackInTheFirstDays() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Subscription fresh = active(one -> one.quantity() > 1 && one.commitment() != null && one.commitment().term().equals("1-Year")
                && one.commitment().end().isAfter(today.plusMonths(12).minusDays(7)) && isMicrosoft(one));
        assertThat(put(fresh.id(), "{\"quantity\":%d}".formatted(fresh.quantity() - 1)).status()).isEqualTo(200);
    }

    @Test
    void fewerSeatsWithoutACommitmentAreFine() throws Exception {
        Subscription free = active(one -> one.commitment() == null && one.quantity() > 1);
        assertThat(put(free.id(), "{\"quantity\":1}").json().path("quantity").asInt()).isEqualTo(1);
    }

    @Test
    void aCancelledSubscriptionCannotBeChanged() throws Exception {
        Subscription over = sandbox.portfolio().subscriptions().stream().filter(one -> one.status().equals("Cancelled")).findFirst().orElseThrow();
        assertThat(put(over.id(), "{\"quantity\":100}").status()).isEqualTo(422);
    }

    private static boolean isMicrosoft(Subscription one) {
        return sandbox.portfolio().product(one.productId()).orElseThrow().vendor().equals("Microsoft");
    }

    private static Subscription bound() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return active(one -> one.quantity() > 2 && one.commitment() != null && one.commitment().term().equals("1-Year")
                && one.commitment().end().isBefore(today.plusMonths(10)));
    }

    private static Subscription active(Predicate<Subscription> which) {
        return sandbox.portfolio().subscriptions().stream().filter(one -> one.status().equals("Active")).filter(which).findFirst().orElseThrow();
    }

    private static String status(String id) throws Exception {
        return get("/v1/subscriptions/" + id).path("status").asString();
    }

    private static Client.Answer put(String id, String body) throws Exception {
        return new Client(sandbox).send("PUT", "/v1/subscriptions/" + id, body);
    }

    private static JsonNode get(String path) throws Exception {
        return new Client(sandbox).get(path).json();
    }
}
