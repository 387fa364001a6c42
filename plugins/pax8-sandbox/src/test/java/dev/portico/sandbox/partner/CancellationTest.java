package dev.portico.sandbox.partner;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.control.SubscriptionChange;
import dev.portico.sandbox.data.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CancellationTest {

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=S", "sandbox.behaviour.status-delay-millis=300");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @Test
    void whatIsNotBoundEndsNow() throws Exception {
        String id = active(one -> one.commitment() == null).id();
        assertThat(delete(id, "").status()).isEqualTo(204);
        assertThat(now(id).end()).isNotNull();
        await().until(() -> now(id).status().equals("Cancelled"));
        assertThat(delete(id, "").status()).isEqualTo(422);
    }

    @Test
    void aCommitmentRunsToItsEndExceptInItsWindow() throws Exception {
        Subscription one = active(row -> row.commitment() != null && row.productName() != null && row.productName().contains("[New Commerce"));
        sandbox.subscriptions().change(one.id(), SubscriptionChange.nothing().commitmentTerm("1-Year").commitmentEndsInDays(40));
        assertThat(delete(one.id(), "").status()).isEqualTo(204);
        assertThat(now(one.id()).status()).isEqualTo("PendingCancel");
        assertThat(day(now(one.id()))).isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(40));
        sandbox.reset();
        sandbox.subscriptions().change(one.id(), SubscriptionChange.nothing().commitmentTerm("1-Year").commitmentStartedDaysAgo(1));
        delete(one.id(), "");
        assertThat(day(now(one.id()))).isEqualTo(LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void theDateMayBeLaterButNotEarlier() throws Exception {
        String id = active(one -> one.commitment() == null).id();
        LocalDate later = LocalDate.now(ZoneOffset.UTC).plusDays(12);
        assertThat(delete(id, "?cancelDate=2020-01-01").status()).isEqualTo(422);
        assertThat(delete(id, "?cancelDate=soon").status()).isEqualTo(400);
        assertThat(delete(id, "?cancelDate=" + later + "T10:00:00Z").status()).isEqualTo(204);
        assertThat(day(now(id))).isEqualTo(later);
        assertThat(now(id).status()).isEqualTo("PendingCancel");
        assertThat(delete("none", "").status()).isEqualTo(404);
    }

    private static Subscription now(String id) {
        return sandbox.portfolio().subscription(id).orElseThrow();
    }

    private static LocalDate day(Subscription one) {
        return LocalDate.ofInstant(one.end(), ZoneOffset.UTC);
    }

    private static Subscription active(Predicate<Subscription> which) {
        return sandbox.portfolio().subscriptions().stream().filter(one -> one.status().equals("Active")).filter(which).findFirst().orElseThrow();
    }

    private static Client.Answer delete(String id, String query) throws Exception {
        return new Client(sandbox).send("DELETE", "/v1/subscriptions/" + id + query, null);
    }
}
