package dev.portico.pax8.partner;

import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.PropertyTexts;
import dev.portico.pax8.fixtures.TestClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** A client of a Pax8 that each test lets answer, which waits for nothing but notes for how long it would. */
abstract class PartnerClientUnderTest {

    final FakePax8 pax8 = new FakePax8();
    final TestClock clock = new TestClock();
    final List<Duration> waits = new ArrayList<>();
    final AtomicInteger acquired = new AtomicInteger();
    final AtomicInteger renewals = new AtomicInteger();
    final PartnerClient client = client();

    @AfterEach
    void close() {
        pax8.close();
    }

    PartnerClient client() {
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

    final class Tokens implements AccessTokens {

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
