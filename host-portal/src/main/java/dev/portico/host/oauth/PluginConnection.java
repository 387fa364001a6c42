package dev.portico.host.oauth;

import dev.portico.api.Secret;
import dev.portico.api.host.OAuthConnection;
import dev.portico.api.host.Vault;
import dev.portico.host.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionTemplate;

/** The OAuth connection of one plugin. */
class PluginConnection implements OAuthConnection {

    private static final Texts TEXTS = Texts.of("oauth");
    private static final String TOKENS = "oauth-tokens";
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final String pluginId;
    private final Vault vault;
    private final ConnectionStore store;
    private final TokenRenewal renewal;
    private final ReconnectNotice notice;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PluginConnection(
            String pluginId,
            Vault vault,
            ConnectionStore store,
            TokenRenewal renewal,
            ReconnectNotice notice,
            TransactionTemplate transaction,
            Clock clock) {
        this.pluginId = pluginId;
        this.vault = vault;
        this.store = store;
        this.renewal = renewal;
        this.notice = notice;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Connection> connection() {
        return store.find(pluginId)
                .filter(row -> row.reconnectReason().isEmpty())
                .map(ConnectionStore.Row::connection);
    }

    @Override
    public Secret accessToken() {
        usable(store.find(pluginId));
        StoredTokens tokens = tokens();
        return fresh(tokens) ? tokens.access() : renewUnless(this::fresh);
    }

    @Override
    public Secret renew(Secret refused) {
        return renewUnless(tokens -> !tokens.access().equals(refused));
    }

    @Override
    public void disconnect() {
        transaction.executeWithoutResult(status -> {
            vault.delete(TOKENS);
            store.delete(pluginId);
            notice.settle(pluginId);
        });
    }

    /** Keeps the tokens of a flow that has just ended well. */
    void connected(StoredTokens tokens, String user, String account) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            vault.put(TOKENS, tokens.asSecret());
            store.save(pluginId, new Connection(now, user, account, now));
            notice.settle(pluginId);
        });
    }

    /** Renews under the row's lock, unless somebody else has done it while this call waited for the lock. */
    private Secret renewUnless(Predicate<StoredTokens> goodEnough) {
        Renewed renewed = transaction.execute(status -> {
            Connection connection = usable(store.lock(pluginId));
            StoredTokens tokens = tokens();
            return goodEnough.test(tokens) ? new Renewed.Token(tokens.access()) : renewLocked(tokens, connection);
        });
        return switch (renewed) {
            case Renewed.Token(Secret access) -> access;
            case Renewed.Refused(String reason) -> throw new ReconnectRequired(reason);
        };
    }

    private Renewed renewLocked(StoredTokens tokens, Connection connection) {
        return switch (renewal.renew(pluginId, tokens)) {
            case TokenRenewal.Result.Renewed(StoredTokens fresh) -> {
                vault.put(TOKENS, fresh.asSecret());
                store.refreshed(pluginId, clock.instant());
                yield new Renewed.Token(fresh.access());
            }
            case TokenRenewal.Result.Refused(String code) -> {
                String reason = TEXTS.text("renewal.refused", code);
                store.reconnectNeeded(pluginId, reason);
                notice.tell(pluginId, connection, reason);
                yield new Renewed.Refused(reason);
            }
        };
    }

    private boolean fresh(StoredTokens tokens) {
        return tokens.accessExpires().isAfter(clock.instant().plus(MARGIN));
    }

    private StoredTokens tokens() {
        return vault.find(TOKENS)
                .map(StoredTokens::of)
                .orElseThrow(() -> new ReconnectRequired(TEXTS.text("never.connected")));
    }

    private static Connection usable(Optional<ConnectionStore.Row> row) {
        if (row.isEmpty()) {
            throw new ReconnectRequired(TEXTS.text("never.connected"));
        }
        row.get().reconnectReason().ifPresent(reason -> {
            throw new ReconnectRequired(reason);
        });
        return row.get().connection();
    }

    /** What came of a renewal; a refusal must commit the reason, so that it is thrown after the transaction. */
    private sealed interface Renewed {
        record Token(Secret access) implements Renewed {}

        record Refused(String reason) implements Renewed {}
    }
}
