package dev.portico.sandbox.control;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.data.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

class ControlTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=S");
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
    void faultsAreSwitchedOnAndOff() throws Exception {
        Client.Answer on = client().send("PUT", "/control/faults/too-many-requests", """
                {"path":"/v1/companies","fromPage":1,"count":5,"retryAfterSeconds":2}""");
        assertThat(on.status()).as(on.body()).isEqualTo(200);
        assertThat(on.json().at("/0/fault/kind").asString()).isEqualTo("too-many-requests");
        assertThat(client().get("/v1/companies").status()).isEqualTo(200);
        assertThat(client().get("/v1/companies?page=1").status()).isEqualTo(429);
        assertThat(client().send("DELETE", "/control/faults/too-many-requests", null).json()).isEmpty();

        client().send("PUT", "/control/faults/products-fail", "{\"kind\":\"server-error\",\"path\":\"/v1/products\"}");
        client().send("PUT", "/control/faults/slow", null);
        assertThat(client().get("/control/faults").json()).hasSize(2);
        assertThat(client().send("DELETE", "/control/faults", null).json()).isEmpty();
        assertThat(client().get("/v1/products").status()).isEqualTo(200);
    }

    @Test
    void tellsWhatWasIssuedSoThatLeaksCanBeSearchedFor() throws Exception {
        String token = sandbox.accessToken();
        assertThat(client().get("/control/issued").json()).extracting(JsonNode::asString).contains(token);
    }

    @Test
    void mistakesAreExplained() throws Exception {
        assertThat(client().send("PUT", "/control/faults/meteor", null).json().path("message").asString()).contains("no fault 'meteor'").contains("too-many-requests");
        assertThat(client().send("PUT", "/control/faults/slow", "{\"path\":\"/v1/{\"}").status()).isEqualTo(400);
        assertThat(client().send("PUT", "/control/behaviour", "{\"weather\":true}").json().path("message").asString()).contains("no switch 'weather'");
        assertThat(client().send("PUT", "/control/behaviour", "{\"accessTokenSeconds\":0}").status()).isEqualTo(400);
        assertThat(client().send("POST", "/control/revoke", "{\"what\":\"everything\"}").status()).isEqualTo(400);
        assertThat(client().send("POST", "/control/page/faults/slow", "path=%2Fv1%2F%7B", FORM).status()).isEqualTo(400);
    }

    @Test
    void subscriptionsChangeOutsideOfThePortal() throws Exception {
        Subscription before = sandbox.portfolio().subscriptions().getFirst();
        Client.Answer changed = client().send("PUT", "/control/subscriptions/" + before.id(), "{\"quantity\":1234,\"status\":\"PendingCancel\"}");
        assertThat(changed.status()).isEqualTo(200);
        JsonNode seen = client().get("/v1/subscriptions/" + before.id()).json();
        assertThat(seen.path("quantity").asInt()).isEqualTo(1234);
        assertThat(seen.path("status").asString()).isEqualTo("PendingCancel");
        assertThat(client().send("PUT", "/control/subscriptions/none", "{}").status()).isEqualTo(404);
    }

    @Test
    void aSubscriptionIsPlacedInAWindowAndItsTruthIsTold() throws Exception {
        Subscription one = sandbox.portfolio().subscriptions().stream().filter(row -> row.status().equals("Active") && row.commitment() != null
                && row.vendorSubscriptionId() != null && sandbox.portfolio().product(row.productId()).orElseThrow().vendor().equals("Microsoft")
                && !row.productName().startsWith("Azure")).findFirst().orElseThrow();
        String path = "/control/subscriptions/" + one.id();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        JsonNode fresh = client().send("PUT", path, "{\"quantity\":20,\"commitmentTerm\":\"1-Year\",\"commitmentStartedDaysAgo\":2,\"startedDaysAgo\":2}").json();
        assertThat(fresh.at("/commitment/end").asString()).isEqualTo(today.minusDays(3).plusYears(1).toString());
        assertThat(fresh.path("mayDecrease").asBoolean()).isTrue();
        assertThat(client().get("/v1/subscriptions/" + one.id()).json().at("/commitment/endDate").asString()).startsWith(today.minusDays(3).plusYears(1).toString());
        JsonNode late = client().send("PUT", path, "{\"commitmentEndsInDays\":30}").json();
        assertThat(late.path("mayDecrease").asBoolean()).isFalse();
        assertThat(late.path("mayIncrease").asBoolean()).isTrue();
        client().send("PUT", "/v1/subscriptions/" + one.id(), "{\"quantity\":25}");
        JsonNode truth = client().get(path).json();
        assertThat(truth.path("accepted").asInt()).isEqualTo(25);
        assertThat(truth.path("changes").valueStream().map(row -> row.path("by").asString())).containsExactly("api", "control");
        assertThat(client().send("PUT", path, "{\"commitmentTerm\":\"none\"}").json().path("mayDecrease").asBoolean()).isTrue();
        assertThat(client().send("PUT", path, "{\"commitmentTerm\":\"9-Year\"}").status()).isEqualTo(400);
        assertThat(client().send("PUT", path, "{\"commitmentEnd\":3}").status()).isEqualTo(400);
        assertThat(client().get("/control/subscriptions/none").status()).isEqualTo(404);
    }

    @Test
    void changesCanBeReadForOneSubscription() throws Exception {
        String one = sandbox.portfolio().subscriptions().getFirst().id();
        String other = sandbox.portfolio().subscriptions().get(1).id();
        client().send("PUT", "/control/subscriptions/" + one, "{\"quantity\":3}");
        client().send("PUT", "/control/subscriptions/" + other, "{\"quantity\":4}");
        assertThat(client().get("/control/changes").json()).hasSize(2);
        JsonNode rows = client().get("/control/changes?subscription=" + one).json();
        assertThat(rows).singleElement().matches(row -> row.path("to").asInt() == 3 && row.path("by").asString().equals("control"));
        assertThat(client().get("/control/changes?limit=1").json().at("/0/subscription").asString()).isEqualTo(other);
    }

    @Test
    void aSubscriptionIsCancelledNowOrLater() throws Exception {
        String id = sandbox.portfolio().subscriptions().stream().filter(row -> row.status().equals("Active")).findFirst().orElseThrow().id();
        assertThat(client().send("POST", "/control/subscriptions/" + id + "/cancel?inDays=9", null).json().path("status").asString()).isEqualTo("PendingCancel");
        JsonNode over = client().send("POST", "/control/subscriptions/" + id + "/cancel", null).json();
        assertThat(over.path("status").asString()).isEqualTo("Cancelled");
        assertThat(client().get("/v1/subscriptions/" + id).json().path("endDate").asString()).isNotEmpty();
    }

    @Test
    void companiesComeAndGo() throws Exception {
        String id = client().send("POST", "/control/companies", "{\"name\":\"Brand New Ltd\",\"country\":\"GB\",\"city\":\"Leeds\"}").json().path("id").asString();
        assertThat(client().get("/v1/companies/" + id).json().path("name").asString()).isEqualTo("Brand New Ltd");
        assertThat(client().get("/v1/companies").json().at("/page/totalElements").asInt()).isEqualTo(66);
        assertThat(client().send("DELETE", "/control/companies/" + id, null).status()).isEqualTo(204);
        assertThat(client().get("/v1/companies/" + id).status()).isEqualTo(404);

        String owner = sandbox.portfolio().subscriptions().getFirst().companyId();
        client().send("DELETE", "/control/companies/" + owner, null);
        assertThat(sandbox.portfolio().subscriptions()).noneMatch(one -> one.companyId().equals(owner));
    }

    @Test
    void resetBringsEverythingBackButKeepsTokens() throws Exception {
        Client connected = client();
        connected.send("POST", "/control/companies", "{\"name\":\"x\"}");
        connected.send("PUT", "/control/faults/down", null);
        connected.send("PUT", "/control/behaviour", "{\"latencyMillis\":5}");
        connected.send("POST", "/control/reset", null);
        assertThat(connected.get("/v1/companies").json().at("/page/totalElements").asInt()).isEqualTo(65);
        assertThat(connected.get("/control/behaviour").json().path("latencyMillis").asInt()).isZero();
    }

    @Test
    void latencyDelaysTheApi() throws Exception {
        client().send("PUT", "/control/behaviour", "{\"latencyMillis\":250}");
        long start = System.nanoTime();
        client().get("/v1/companies");
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(250);
    }

    @Test
    void theJournalAndRevocationAreReachable() throws Exception {
        Client connected = client();
        connected.get("/v1/companies");
        JsonNode journal = connected.get("/control/journal?limit=5").json();
        assertThat(journal.at("/counts/0/endpoint").asString()).isEqualTo("GET /v1/companies");
        assertThat(journal.at("/calls/0/status").asInt()).isEqualTo(200);
        assertThat(connected.send("POST", "/control/revoke", "{\"what\":\"access\"}").json().path("accessTokens").asInt()).isZero();
        assertThat(connected.get("/v1/companies").status()).isEqualTo(401);
    }

    @Test
    void thePageShowsTheStateAndItsButtonsWork() throws Exception {
        client().send("PUT", "/control/faults/%3Cscript%3E", "{\"kind\":\"slow\",\"millis\":1}");
        client().get("/v1/companies");
        Client.Answer pressed = client().send("POST", "/control/page/faults/slow", "switch=on&millis=20&path=%2Fv1%2Fcompanies&count=", FORM);
        assertThat(pressed.status()).isEqualTo(303);
        String page = client().get("/").body();
        assertThat(page).contains("Slow answers on /v1/companies").contains("&lt;script&gt;").contains("GET /v1/companies").doesNotContain("<script>");
        client().send("PUT", "/control/subscriptions/" + sandbox.portfolio().subscriptions().getFirst().id(), "{\"quantity\":77}");
        assertThat(client().get("/").body()).contains("Last executed changes").contains("<td class=\"number\">77</td>");
        client().send("POST", "/control/page/faults/slow", "switch=off", FORM);
        client().send("DELETE", "/control/faults/%3Cscript%3E", null);
        assertThat(client().get("/control").body()).doesNotContain("Switched on");

        client().send("POST", "/control/page/behaviour", "flatErrors=true&latencyMillis=1&documentedCommitment=true", FORM);
        assertThat(sandbox.switches().now().flatErrors()).isTrue();
        assertThat(sandbox.switches().now().commitmentField()).isEqualTo("commitmentTerm");
        assertThat(client().send("POST", "/control/page/reset", "", FORM).status()).isEqualTo(303);
        assertThat(sandbox.switches().now().flatErrors()).isFalse();
    }

    @Test
    void foreignPagesAndForeignNamesAreTurnedAway() throws Exception {
        assertThat(client().send("POST", "/control/page/reset", "", FORM, "Origin", "https://evil.example").status()).isEqualTo(403);
        assertThat(client().send("POST", "/control/page/reset", "", FORM, "Origin", "http://localhost:8080").status()).isEqualTo(303);
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.getOutputStream().write("GET /control/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine()).contains("403");
        }
    }

    private static Client client() {
        return new Client(sandbox);
    }
}
