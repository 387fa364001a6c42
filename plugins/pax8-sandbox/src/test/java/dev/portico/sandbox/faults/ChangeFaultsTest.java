package dev.portico.sandbox.faults;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.control.SubscriptionChange;
import dev.portico.sandbox.data.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Calls that change something and whose caller hears nothing, or something wrong, of it. */
class ChangeFaultsTest {

    private static RunningSandbox sandbox;
    private Subscription subject;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=S", "sandbox.behaviour.status-delay-millis=0");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void freeSubscriptionOfTen() {
        sandbox.reset();
        subject = sandbox.portfolio().subscriptions().stream().filter(one -> one.status().equals("Active") && one.commitment() == null).findFirst().orElseThrow();
        sandbox.subscriptions().change(subject.id(), SubscriptionChange.nothing().quantity(10));
        sandbox.journal().clear();
    }

    @Test
    void anUndisturbedChangeIsDelivered() throws Exception {
        assertThat(put(11).status()).isEqualTo(200);
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change).extracting(Journal.Change::subscription, Journal.Change::from, Journal.Change::to, Journal.Change::by)
                    .containsExactly(subject.id(), 10, 11, "api");
            assertThat(change.answer()).isEqualTo(200);
            assertThat(change.delivered()).isTrue();
            assertThat(change.fault()).isNull();
        });
    }

    @Test
    void theConnectionMayDropAfterTheChange() {
        inject(Fault.of(FaultKind.DROP_AFTER).method("PUT").times(1));
        assertThatThrownBy(() -> put(11)).isInstanceOf(IOException.class);
        assertThat(truth()).isEqualTo(11);
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.answer()).isZero();
            assertThat(change.delivered()).isFalse();
            assertThat(change.fault()).isEqualTo("drop-after");
        });
    }

    @Test
    void theConnectionMayDropInsteadOfTheChange() {
        inject(Fault.of(FaultKind.DROP).method("PUT").times(1));
        assertThatThrownBy(() -> put(11)).isInstanceOf(IOException.class);
        assertThat(truth()).isEqualTo(10);
        assertThat(changes()).isEmpty();
    }

    @Test
    void anErrorMayHideThatTheChangeWasMade() throws Exception {
        inject(Fault.of(FaultKind.SERVER_ERROR_AFTER).method("PUT").times(1));
        Client.Answer answer = put(11);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("traceId").asString()).hasSize(32);
        assertThat(truth()).isEqualTo(11);
        assertThat(changes()).singleElement().matches(change -> change.answer() == 500 && !change.delivered());
    }

    @Test
    void anErrorMayMeanThatNothingWasDone() throws Exception {
        inject(Fault.of(FaultKind.SERVER_ERROR).method("PUT").times(1));
        assertThat(put(11).status()).isEqualTo(500);
        assertThat(truth()).isEqualTo(10);
        assertThat(changes()).isEmpty();
    }

    @Test
    void tooManyRequestsChangeNothing() throws Exception {
        inject(Fault.of(FaultKind.TOO_MANY_REQUESTS).method("PUT").retryAfter(2).times(1));
        assertThat(put(11).header("Retry-After")).isEqualTo("2");
        inject(Fault.of(FaultKind.TOO_MANY_REQUESTS).method("PUT").times(1));
        assertThat(put(11).header("Retry-After")).isEmpty();
        assertThat(changes()).isEmpty();
    }

    @Test
    void theAnswerMayComeAfterTheClientHasGivenUp() throws Exception {
        inject(Fault.of(FaultKind.LATE_ANSWER).method("PUT").millis(1_500).times(1));
        assertThatThrownBy(() -> putAndGiveUp(11)).isInstanceOf(HttpTimeoutException.class);
        assertThat(truth()).as("executed at once").isEqualTo(11);
        await().untilAsserted(() -> assertThat(changes()).singleElement().matches(change -> Integer.valueOf(0).equals(change.answer()) && !change.delivered()));
    }

    @Test
    void aLateAnswerReachesWhoeverWaitsForIt() throws Exception {
        inject(Fault.of(FaultKind.LATE_ANSWER).method("PUT").millis(300).times(1));
        assertThat(put(11).json().path("quantity").asInt()).isEqualTo(11);
        assertThat(changes()).singleElement().matches(Journal.Change::delivered);
    }

    @Test
    void theChangeMayBeMadeAfterTheClientHasGivenUp() {
        inject(Fault.of(FaultKind.SLOW).method("PUT").millis(1_500).times(1));
        assertThatThrownBy(() -> putAndGiveUp(11)).isInstanceOf(HttpTimeoutException.class);
        assertThat(truth()).as("not yet").isEqualTo(10);
        await().until(() -> truth() == 11);
        await().untilAsserted(() -> assertThat(changes()).singleElement().matches(change -> Integer.valueOf(0).equals(change.answer()) && !change.delivered()));
    }

    @Test
    void switchingAFaultOffLetsItsCallsGoOnAtOnceAndResettingForgetsThem() throws Exception {
        inject(Fault.of(FaultKind.SLOW).method("PUT").millis(60_000).times(1));
        assertThatThrownBy(() -> putAndGiveUp(11)).isInstanceOf(HttpTimeoutException.class);
        new Client(sandbox).send("DELETE", "/control/faults/slow", null);
        await().until(() -> truth() == 11);

        inject(Fault.of(FaultKind.SLOW).method("PUT").millis(60_000).times(1));
        assertThatThrownBy(() -> putAndGiveUp(12)).isInstanceOf(HttpTimeoutException.class);
        sandbox.reset();
        await().during(Duration.ofMillis(400)).until(() -> truth() == subject.quantity());
        assertThat(changes()).isEmpty();
    }

    @Test
    void aBrokenBodyIsNoDelivery() throws Exception {
        inject(Fault.of(FaultKind.TRUNCATED).method("PUT").times(1));
        assertThat(put(11).status()).isEqualTo(200);
        assertThat(changes()).singleElement().matches(change -> !change.delivered());
    }

    @Test
    void aShareOfTheCallsIsHitAndAlwaysTheSame() throws Exception {
        List<List<Integer>> runs = new ArrayList<>();
        for (long seed : new long[] {7, 7, 8}) {
            inject(Fault.of(FaultKind.SERVER_ERROR).on("/v1/companies").percent(30, seed));
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                statuses.add(new Client(sandbox).get("/v1/companies").status());
            }
            runs.add(statuses);
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
        assertThat(runs.get(0).stream().filter(status -> status == 500).count()).isBetween(8L, 30L);
        assertThat(new Client(sandbox).send("PUT", "/control/faults/slow", "{\"percent\":101}").status()).isEqualTo(400);
    }

    @Test
    void manyCallsAtOnceLoseNothing() throws Exception {
        inject(Fault.of(FaultKind.DROP_AFTER).method("PUT").percent(20, 3));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            int quantity = 100 + i;
            calls.add(() -> {
                try {
                    return put(quantity).status();
                } catch (IOException dropped) {
                    return 0;
                }
            });
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }
        List<Journal.Change> changes = changes();
        assertThat(changes).hasSize(120).extracting(Journal.Change::to).doesNotHaveDuplicates();
        assertThat(changes.stream().filter(Journal.Change::delivered).count()).isEqualTo(statuses.stream().filter(status -> status == 200).count());
        for (int i = 0; i < 119; i++) {
            assertThat(changes.get(i).from()).as("each begins where the one before it ended").isEqualTo(changes.get(i + 1).to());
        }
        assertThat(truth()).isEqualTo(changes.getFirst().to());
        JsonNode history = new Client(sandbox).get("/v1/subscriptions/" + subject.id() + "/history").json().path("content");
        assertThat(history.valueStream().limit(120).map(row -> row.path("quantity").asInt()))
                .containsExactlyElementsOf(changes.stream().map(Journal.Change::to).toList());
    }

    private static void inject(Fault fault) {
        sandbox.faults().inject(fault);
    }

    private List<Journal.Change> changes() {
        return sandbox.journal().changes(subject.id());
    }

    private int truth() {
        return sandbox.subscriptions().truth(subject.id()).orElseThrow().accepted();
    }

    private Client.Answer put(int quantity) throws Exception {
        return new Client(sandbox).send("PUT", "/v1/subscriptions/" + subject.id(), "{\"quantity\":" + quantity + "}");
    }

    private void putAndGiveUp(int quantity) throws Exception {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            http.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/v1/subscriptions/" + subject.id())).timeout(Duration.ofMillis(500))
                    .header("Authorization", "Bearer " + sandbox.accessToken()).header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"quantity\":" + quantity + "}")).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
