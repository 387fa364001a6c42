package dev.portico.sandbox.faults;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTest {

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
    void tooManyRequestsWithAndWithoutRetryAfter() throws Exception {
        inject(Fault.of(FaultKind.TOO_MANY_REQUESTS).retryAfter(7));
        assertThat(get().status()).isEqualTo(429);
        assertThat(get().header("Retry-After")).isEqualTo("7");
        inject(Fault.of(FaultKind.TOO_MANY_REQUESTS));
        assertThat(get().header("Retry-After")).isEmpty();
        assertThat(get().json().path("message").asString()).contains("Too many requests");
    }

    @Test
    void aLimitLetsSoManyCallsPassWithinAMinute() throws Exception {
        inject(Fault.of(FaultKind.RATE_LIMIT).perMinute(3));
        int passed = 0;
        for (int i = 0; i < 8; i++) {
            passed += get().status() == 200 ? 1 : 0;
        }
        // why: the minute may turn while the test runs
        assertThat(passed).isBetween(3, 6);
    }

    @Test
    void anErrorOfThePaxSideHasATraceId() throws Exception {
        inject(Fault.of(FaultKind.SERVER_ERROR));
        assertThat(get().status()).isEqualTo(500);
        assertThat(get().json().path("traceId").asString()).hasSize(32);
    }

    @Test
    void aGatewayAnswersWithHtml() throws Exception {
        inject(Fault.of(FaultKind.UNAVAILABLE));
        assertThat(get().status()).isEqualTo(503);
        assertThat(get().header("Content-Type")).startsWith("text/html");
    }

    @Test
    void aPageMayComeInsteadOfJson() throws Exception {
        inject(Fault.of(FaultKind.HTML));
        assertThat(get().status()).isEqualTo(200);
        assertThat(get().body()).startsWith("<!doctype html>");
    }

    @Test
    void jsonMayBeTruncated() throws Exception {
        inject(Fault.of(FaultKind.TRUNCATED));
        Client.Answer answer = get();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"content\":[");
        assertThatThrownBy(answer::json).isInstanceOf(JacksonException.class);
    }

    @Test
    void answersMayBeSlow() throws Exception {
        inject(Fault.of(FaultKind.SLOW).millis(400));
        long start = System.nanoTime();
        assertThat(get().status()).isEqualTo(200);
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(400);
    }

    @Test
    void theConnectionMayBeDropped() throws Exception {
        inject(Fault.of(FaultKind.DROP).on("/v1/products"));
        assertThatThrownBy(() -> new Client(sandbox).get("/v1/products")).isInstanceOf(IOException.class);
        assertThat(get().status()).isEqualTo(200);
        assertThat(sandbox.journal().last(10)).anyMatch(call -> call.path().equals("/v1/products") && call.status() == 0);
    }

    @Test
    void everythingMayBeDownButTheControlPages() throws Exception {
        inject(Fault.of(FaultKind.DOWN));
        for (String path : new String[] {"/v1/companies", "/authorize", "/oauth/token", "/v1/token"}) {
            assertThatThrownBy(() -> new Client(sandbox).get(path)).as(path).isInstanceOf(IOException.class);
        }
        assertThat(new Client(sandbox).get("/control/state").status()).isEqualTo(200);
        inject(Fault.of(FaultKind.DOWN).status(503));
        assertThat(get().status()).isEqualTo(503);
    }

    @Test
    void tokensAndCompaniesMayBeRefused() throws Exception {
        inject(Fault.of(FaultKind.UNAUTHORIZED).times(1));
        assertThat(get().status()).isEqualTo(401);
        inject(Fault.of(FaultKind.FORBIDDEN));
        assertThat(get().status()).isEqualTo(403);
    }

    @Test
    void theTokenEndpointCanFailToo() throws Exception {
        inject(Fault.of(FaultKind.SERVER_ERROR).on("/oauth/**"));
        assertThat(new Client(sandbox).with(null).send("POST", "/oauth/token", "grant_type=refresh_token", "application/x-www-form-urlencoded").status()).isEqualTo(500);
        assertThat(get().status()).isEqualTo(200);
    }

    @Test
    void aFaultHitsFromAPageOnAfterSomeCallsAndOnlySoOften() throws Exception {
        inject(Fault.of(FaultKind.SERVER_ERROR).on("/v1/companies").method("GET").fromPage(2).skip(1).times(2));
        assertThat(status("/v1/companies?page=1")).isEqualTo(200);
        assertThat(status("/v1/companies?page=2")).as("skipped").isEqualTo(200);
        assertThat(status("/v1/companies?page=1")).isEqualTo(200);
        assertThat(status("/v1/companies?page=2")).isEqualTo(500);
        assertThat(status("/v1/companies?page=3")).isEqualTo(500);
        assertThat(status("/v1/companies?page=4")).as("used up").isEqualTo(200);
        assertThat(sandbox.faults().all()).isEmpty();
    }

    @Test
    void slownessComesOnTopOfAnotherFault() throws Exception {
        inject(Fault.of(FaultKind.SLOW).millis(300));
        inject(Fault.of(FaultKind.SERVER_ERROR));
        long start = System.nanoTime();
        assertThat(get().status()).isEqualTo(500);
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(300);
        assertThat(sandbox.journal().last(1).getFirst().fault()).isEqualTo("slow, server-error");
    }

    @Test
    void theJournalCountsEndpointsAndKeepsNoSecrets() throws Exception {
        String company = sandbox.portfolio().companies().getFirst().id();
        new Client(sandbox).get("/v1/companies/" + company);
        new Client(sandbox).get("/v1/companies/none");
        new Client(sandbox).with(null).get("/authorize?state=secret-state&client_id=x");
        assertThat(sandbox.journal().calls("GET /v1/companies/{id}")).isEqualTo(1);
        assertThat(sandbox.journal().counts()).contains(new Journal.Count("GET /v1/companies/none", 1, 1));
        assertThat(sandbox.journal().last(10).toString()).doesNotContain("secret-state");
    }

    private static void inject(Fault fault) {
        sandbox.faults().inject(fault);
    }

    private static int status(String path) throws Exception {
        return new Client(sandbox).get(path).status();
    }

    private static Client.Answer get() throws Exception {
        return new Client(sandbox).get("/v1/companies");
    }
}
