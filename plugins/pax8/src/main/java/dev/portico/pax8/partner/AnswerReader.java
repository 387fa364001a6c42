package dev.portico.pax8.partner;

import dev.portico.api.host.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** Turns an HTTP answer of Pax8 into an {@link Answer}. */
final class AnswerReader {

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final ErrorBody errors;
    private final Messages messages;
    private final Clock clock;

    AnswerReader(ErrorBody errors, Messages messages, Clock clock) {
        this.errors = errors;
        this.messages = messages;
        this.clock = clock;
    }

    <T> Answer<T> read(ClientHttpResponse response, ObjectReader reader) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = body(response);
        if (status == 429) {
            return new Answer.Unavailable<>(
                    new PartnerFault(messages.text("partner.fault.limit"), null), retryAfter(response.getHeaders()), true);
        }
        if (status >= 500 || status == 408) {
            return unavailable("partner.fault.server", response, null, status, quoted(errors.words(body)));
        }
        if (status >= 300) {
            return new Answer.Refused<>(status, errors.words(body));
        }
        return parse(response, body, reader);
    }

    private <T> Answer<T> parse(ClientHttpResponse response, byte[] body, ObjectReader reader) {
        try {
            T value = reader.readValue(body);
            return value == null
                    ? unavailable("partner.fault.empty", response, null)
                    : new Answer.Good<>(value);
        } catch (JacksonException unreadable) {
            // why: the cause would quote the answer, which may hold anything
            return startsAsHtml(body)
                    ? unavailable("partner.fault.html", response, null)
                    : unavailable("partner.fault.json", response, null, body.length);
        }
    }

    private static byte[] body(ClientHttpResponse response) throws IOException {
        try (InputStream stream = response.getBody()) {
            byte[] body = stream.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new IOException("The answer is longer than " + MOST_BYTES + " bytes");
            }
            return body;
        }
    }

    private static boolean startsAsHtml(byte[] body) {
        for (byte character : body) {
            if (!Character.isWhitespace(character)) {
                return character == '<';
            }
        }
        return false;
    }

    private String quoted(String words) {
        return words.isEmpty() ? "" : messages.text("partner.words", words);
    }

    private <T> Answer<T> unavailable(
            String key, ClientHttpResponse response, @Nullable Throwable cause, Object... arguments) {
        return new Answer.Unavailable<>(
                new PartnerFault(messages.text(key, arguments), cause), retryAfter(response.getHeaders()), false);
    }

    /** {@code Retry-After} in either of its forms, seconds or a date; what is neither is passed over. */
    private Optional<Duration> retryAfter(HttpHeaders headers) {
        String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return value.strip().matches("\\d{1,9}")
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())))
                    : Optional.of(until(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    private Duration until(Instant instant) {
        Duration left = Duration.between(clock.instant(), instant);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
