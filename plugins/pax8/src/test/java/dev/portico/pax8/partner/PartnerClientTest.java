package dev.portico.pax8.partner;

import static dev.portico.pax8.fixtures.Rows.companyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.PropertyTexts;
import dev.portico.pax8.fixtures.Rows;
import dev.portico.pax8.fixtures.TestClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

class PartnerClientTest {

    private final FakePax8 pax8 = new FakePax8();
    private final TestClock clock = new TestClock();
    private final List<Duration> waits = new ArrayList<>();
    private final AtomicInteger acquired = new AtomicInteger();
    private final AtomicInteger renewals = new AtomicInteger();
    private final PartnerClient client = client();

    @AfterEach
    void close() {
        pax8.close();
    }

    @Test
    void readsAllPagesOfTwoHundred() throws InterruptedException {
        pax8.list("companies", FakePax8.rows(0, 450, Rows::company));

        PageWalk<PartnerCompany> walk = client.companies();
        assertThat(walk.next()).hasSize(200);
        assertThat(walk.next()).hasSize(200);
        assertThat(walk.next()).hasSize(50);

        assertThat(walk.hasNext()).isFalse();
        assertThat(walk.consistent()).isTrue();
        assertThat(pax8.requests()).startsWith("/v1/companies?size=200&sort=name,asc&page=0").hasSize(3);
        assertThat(acquired).hasValue(3);
    }

    @Test
    void believesThePageSizeOfTheAnswer() throws InterruptedException {
        pax8.pageSize(30);
        pax8.list("companies", FakePax8.rows(0, 70, Rows::company));
        PageWalk<PartnerCompany> walk = client.companies();
        int rows = 0;
        while (walk.hasNext()) {
            rows += walk.next().size();
        }
        assertThat(rows).isEqualTo(70);
    }

    @Test
    void readsARowWithAllItsPeculiarities() throws InterruptedException {
        pax8.next(Reply.page(0, 1, 1,
                """
                {"id":"00000000-0000-0003-0000-000000000001","companyId":"00000000-0000-0001-0000-000000000001",
                 "productId":"aaaee3f-262c-47a4-b0e6-f9ce8b54fcd7","quantity":"12.0","status":"SomethingNew",
                 "billingTerm":"5-Year","startDate":"soon","createdDate":"2020-12-03","price":1e1,
                 "commitmentTerm":{"term":"3-Year","unknown":1},"commitment":null,"brandNew":[{"x":{}}]}"""));

        PartnerSubscription row = client.subscriptions().next().getFirst();

        assertThat(row.companyId()).isEqualTo(companyId(1));
        assertThat(row.productId()).isNull();
        assertThat(row.quantity()).isEqualByComparingTo("12");
        assertThat(row.price()).isEqualByComparingTo("10");
        assertThat(row.status()).isEqualTo("SomethingNew");
        assertThat(row.billingTerm()).isEqualTo("5-Year");
        assertThat(row.startDate()).isNull();
        assertThat(row.createdDate()).isEqualTo(Instant.parse("2020-12-03T00:00:00Z"));
        assertThat(row.commitment().orElseThrow().term()).isEqualTo("3-Year");
    }

    @Test
    void readsACommitmentThatIsOnlyAText() throws InterruptedException {
        pax8.next(Reply.page(0, 1, 1, "{\"id\":\"%s\",\"commitmentTerm\":\"1-Year\"}".formatted(new UUID(3, 1))));
        assertThat(client.subscriptions().next().getFirst().commitment().orElseThrow().term()).isEqualTo("1-Year");
    }

    @Test
    void leavesOutRowsWithoutAnId() throws InterruptedException {
        pax8.next(Reply.page(0, 1, 3, "{\"name\":\"x\"},null,{\"id\":\"not-an-id\",\"name\":\"y\"}"));
        PageWalk<PartnerCompany> walk = client.companies();
        assertThat(walk.next()).isEmpty();
        assertThat(walk.consistent()).isFalse();
    }

    @Test
    void takesAMissingContentForAnEmptyPage() throws InterruptedException {
        pax8.next(Reply.json("{\"page\":{\"size\":200,\"totalElements\":0,\"totalPages\":0,\"number\":0}}"));
        PageWalk<PartnerCompany> walk = client.companies();
        assertThat(walk.next()).isEmpty();
        assertThat(walk.consistent()).isTrue();
    }

    @Test
    void refusesAListThatDoesNotTellItsPages() {
        pax8.next(Reply.json("{\"content\":[],\"totalPages\":3}"));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("without its number of pages");
    }

    @Test
    void refusesAnotherPageThanItAskedFor() {
        pax8.next(Reply.page(4, 5, 900, ""));
        assertThatThrownBy(() -> client.companies().next()).isInstanceOf(PartnerFault.class).hasMessageContaining("page 4");
    }

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
    void neverQuotesAnUnreadableAnswer() {
        pax8.intercept((exchange, number) -> Optional.of(new Reply(200, "text/html", "<html>top-secret</html>")));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("web page")
                .hasNoCause()
                .extracting(Throwable::toString)
                .asString()
                .doesNotContain("top-secret");
        pax8.intercept((exchange, number) -> Optional.of(Reply.json("{\"content\":[top-secret")));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("breaks off")
                .hasNoCause();
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
    void followsNoRedirect() {
        pax8.next(new Reply(302, "text/html", "").with("Location", pax8.url() + "/v1/elsewhere"));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerRefusal.class)
                .hasMessageContaining("api-url");
        assertThat(pax8.requests()).hasSize(1);
    }

    @Test
    void renewsARefusedTokenOnce() throws InterruptedException {
        pax8.intercept((exchange, number) ->
                exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer old")
                        ? Optional.of(new Reply(401, "application/json", "{\"error\":\"expired\"}"))
                        : Optional.empty());
        client.companies().next();
        assertThat(renewals).hasValue(1);
    }

    @Test
    void asksForAnAdministratorWhenTheNewTokenIsRefusedAsWell() {
        pax8.intercept((exchange, number) -> Optional.of(new Reply(401, "application/json", "{}")));
        assertThatThrownBy(() -> client.companies().next()).isInstanceOf(ReconnectRequired.class);
        assertThat(renewals).hasValue(1);
        assertThat(pax8.requests()).hasSize(2);
    }

    @Test
    void doesNotRepeatWhatPax8Refuses() {
        pax8.next(new Reply(403, "application/json", "{\"message\":\"Invalid companyId\"}"));
        assertThatThrownBy(() -> client.subscriptions(companyId(1)).next())
                .isInstanceOf(PartnerRefusal.class)
                .hasMessageContaining("Invalid companyId")
                .extracting(refusal -> ((PartnerRefusal) refusal).status())
                .isEqualTo(403);
        assertThat(pax8.requests()).hasSize(1);
    }

    @Test
    void doesNotFindAProductThatPax8DoesNotKnow() throws InterruptedException {
        pax8.list("products/by-id", List.of(Rows.product(1)));
        assertThat(client.product(Rows.productId(1)).orElseThrow().name()).isEqualTo("Product 1");
        assertThat(client.product(Rows.productId(2))).isEmpty();
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

    private PartnerClient client() {
        Messages messages = new PropertyTexts();
        PartnerJson json = new PartnerJson();
        HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
        Calls calls = new Calls(
                RestClient.builder().requestFactory(new JdkClientHttpRequestFactory(http)).build(),
                new CallBudget((name, number, period) -> acquired.incrementAndGet(), 600),
                new AnswerReader(new ErrorBody(json.reader(Object.class)), messages, clock),
                messages,
                clock,
                time -> {
                    waits.add(time);
                    clock.forward(time);
                },
                new Random(7));
        Patience patience = new Patience(5, Duration.ofSeconds(2), Duration.ofMinutes(5));
        PartnerSettings settings = new PartnerSettings(pax8.url(), "audience", 600, patience);
        return new PartnerClient(calls, new Tokens(), settings, json, messages, patience);
    }

    private final class Tokens implements AccessTokens {

        @Override
        public Secret token() {
            return Secret.of("old");
        }

        @Override
        public Secret renew(Secret refused) {
            renewals.incrementAndGet();
            return Secret.of("new");
        }
    }
}
