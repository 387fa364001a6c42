package dev.portico.pax8.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.Rows;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What passes by itself is waited for, but not for ever. */
class PartnerClientPatienceTest extends PartnerClientUnderTest {

    @Test
    void waitsAsLongAsPax8Asks() throws InterruptedException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(20).atOffset(ZoneOffset.UTC));
        pax8.next(
                new Reply(429, "text/plain", "slow down").with("Retry-After", "7"),
                new Reply(429, "text/plain", "slow down").with("Retry-After", date));
        client.companies().next();
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(13));
    }

    @Test
    void backsOffWhenPax8DoesNotSayHowLong() throws InterruptedException {
        pax8.next(
                new Reply(429, "application/json", "{}"),
                new Reply(500, "application/json", "{\"message\":\"Oops\",\"traceId\":\"1\"}"),
                new Reply(503, "text/html", "<html>maintenance</html>"),
                new Reply(502, "text/plain", "").with("Retry-After", "whenever"));
        client.companies().next();
        assertThat(waits).hasSize(4);
        for (int step = 0; step < 4; step++) {
            assertThat(waits.get(step)).isBetween(Duration.ofSeconds(1L << step), Duration.ofSeconds(2L << step));
        }
    }

    @Test
    void givesUpAfterSomeTriesWithAMessageThatHelps() {
        pax8.intercept((exchange, number) -> Optional.of(
                new Reply(500, "application/json", "{\"message\":\"Database down\",\"traceId\":\"1\"}")));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("500")
                .hasMessageContaining("Pax8 says: \"Database down\"")
                .hasMessageContaining("status.pax8.com");
        assertThat(pax8.requests()).hasSize(5);
    }

    @Test
    void doesNotWaitLongerThanItsPatience() {
        pax8.next(new Reply(429, "text/plain", "").with("Retry-After", "86400"));
        assertThatThrownBy(() -> client.companies().next()).isInstanceOf(PartnerFault.class).hasMessageContaining("429");
        assertThat(waits).isEmpty();
    }

    @Test
    void triesAgainAfterAWebPageAndAfterBrokenJson() throws InterruptedException {
        String page = "{\"content\":[" + Rows.company(1).json() + "],\"page\":{}}";
        pax8.next(
                new Reply(200, "text/html", "  <!DOCTYPE html><html>Sign in</html>"),
                Reply.json(page.substring(0, 100)),
                Reply.json(page).cutBy(50));
        pax8.list("companies", List.of(Rows.company(1)));
        assertThat(client.companies().next()).hasSize(1);
        assertThat(waits).hasSize(3);
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() throws InterruptedException {
        pax8.intercept((exchange, number) -> {
            if (waits.isEmpty()) {
                // why: the JDK's client repeats such a request some times by itself
                exchange.close();
            }
            return Optional.empty();
        });
        client.companies().next();
        assertThat(waits).hasSize(1);
    }

    @Test
    void saysThatPax8CannotBeReached() {
        pax8.close();
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void canBeInterruptedInACall() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        pax8.intercept((exchange, number) -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                client.companies().next();
            } catch (InterruptedException | RuntimeException e) {
                thrown.set(e);
            }
        });
        asked.await();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        never.countDown();
    }
}
