package dev.portico.pax8.connection;

import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.pax8.connection.ApiCredentials.Pair;
import dev.portico.pax8.partner.ApiToken;
import dev.portico.pax8.partner.TokenClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Tokens for the MSP's own credentials: in memory only, renewed before they end, one renewal at a time. */
final class ApiCredentialTokens {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);

    private final TokenClient client;
    private final ApiCredentials credentials;
    private final Messages messages;
    private final Clock clock;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile @Nullable Held held;

    ApiCredentialTokens(TokenClient client, ApiCredentials credentials, Messages messages, Clock clock) {
        this.client = client;
        this.credentials = credentials;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A token.
     *
     * @param connectedAt tells tokens of this connection from those of an earlier one, also on other nodes
     */
    Secret token(Instant connectedAt) throws InterruptedException {
        Held known = held;
        if (isGood(known, connectedAt)) {
            return known.token();
        }
        renewal.lockInterruptibly();
        try {
            known = held;
            return isGood(known, connectedAt) ? known.token() : fetch(connectedAt);
        } finally {
            renewal.unlock();
        }
    }

    /** A token in place of a refused one. */
    Secret renew(Secret refused, Instant connectedAt) throws InterruptedException {
        renewal.lockInterruptibly();
        try {
            Held known = held;
            return isGood(known, connectedAt) && !known.token().equals(refused) ? known.token() : fetch(connectedAt);
        } finally {
            renewal.unlock();
        }
    }

    private Secret fetch(Instant connectedAt) throws InterruptedException {
        Pair pair = credentials
                .find()
                .orElseThrow(() -> new ReconnectRequired(messages.text("connection.credentials-missing")));
        Instant asked = clock.instant();
        ApiToken token = client.token(pair.id(), pair.secret());
        Duration tenth = token.lifetime().dividedBy(10);
        Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        held = new Held(token.value(), asked.plus(token.lifetime()).minus(margin), connectedAt);
        return token.value();
    }

    private boolean isGood(@Nullable Held known, Instant connectedAt) {
        return known != null
                && known.connectedAt().equals(connectedAt)
                && clock.instant().isBefore(known.goodUntil());
    }

    private record Held(Secret token, Instant goodUntil, Instant connectedAt) {}
}
