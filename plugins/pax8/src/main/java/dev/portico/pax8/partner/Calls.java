package dev.portico.pax8.partner;

import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.ObjectReader;

/** Sends calls to Pax8: below its limit, again after passing faults, never after a redirect. */
final class Calls {

    private final RestClient http;
    private final CallBudget budget;
    private final AnswerReader answers;
    private final Messages messages;
    private final Clock clock;
    private final Pause pause;
    private final RandomGenerator random;

    Calls(
            RestClient http,
            CallBudget budget,
            AnswerReader answers,
            Messages messages,
            Clock clock,
            Pause pause,
            RandomGenerator random) {
        this.http = http;
        this.budget = budget;
        this.answers = answers;
        this.messages = messages;
        this.clock = clock;
        this.pause = pause;
        this.random = random;
    }

    /** Asks for something with a token. */
    <T> Answer<T> get(URI address, Secret token, ObjectReader reader, Patience patience) throws InterruptedException {
        return patiently(patience, () -> http.get()
                .uri(address)
                .headers(headers -> headers.setBearerAuth(token.reveal()))
                .accept(MediaType.APPLICATION_JSON)
                .exchangeForRequiredValue((request, response) -> answers.<T>read(response, reader)));
    }

    /** Sends JSON without a token. The body is given as bytes, because Spring logs bodies of other types. */
    <T> Answer<T> post(URI address, byte[] json, ObjectReader reader, Patience patience) throws InterruptedException {
        return patiently(patience, () -> http.method(HttpMethod.POST)
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(json)
                .exchangeForRequiredValue((request, response) -> answers.<T>read(response, reader)));
    }

    /**
     * Sends JSON with a token, once and never again, whatever comes of it.
     *
     * @param still asked when its turn has come, with nothing left to wait for
     * @return empty if it was not wanted any more, and so was not sent
     */
    <T> Optional<Answer<T>> putOnce(URI address, Secret token, byte[] json, ObjectReader reader, BooleanSupplier still)
            throws InterruptedException {
        budget.take();
        if (!still.getAsBoolean()) {
            return Optional.empty();
        }
        return Optional.of(once(() -> http.put()
                .uri(address)
                .headers(headers -> headers.setBearerAuth(token.reveal()))
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(json)
                .exchangeForRequiredValue((request, response) -> answers.<T>read(response, reader))));
    }

    private <T> Answer<T> patiently(Patience patience, Attempt<T> attempt) throws InterruptedException {
        Instant end = clock.instant().plus(patience.longest());
        for (int tries = 1; ; tries++) {
            budget.take();
            Answer<T> answer = once(attempt);
            if (!(answer instanceof Answer.Unavailable<T>(PartnerFault fault, Optional<Duration> asked, var notDone))) {
                return answer;
            }
            Duration wait = asked.isPresent() ? asked.get() : patience.waitAfter(tries, random);
            if (tries >= patience.tries() || clock.instant().plus(wait).isAfter(end)) {
                throw fault;
            }
            pause.of(wait);
        }
    }

    private <T> Answer<T> once(Attempt<T> attempt) throws InterruptedException {
        try {
            return attempt.send();
        } catch (ResourceAccessException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The call to Pax8 was interrupted");
            }
            Throwable cause = broken.getMostSpecificCause();
            String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            return new Answer.Unavailable<>(
                    new PartnerFault(messages.text("partner.fault.unreachable", reason), cause),
                    Optional.empty(),
                    cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
        }
    }

    private interface Attempt<T> {

        Answer<T> send();
    }
}
