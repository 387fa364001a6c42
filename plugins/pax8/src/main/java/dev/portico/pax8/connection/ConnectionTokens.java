package dev.portico.pax8.connection;

import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.pax8.connection.StoredConnection.State;
import dev.portico.pax8.partner.AccessTokens;

/** Tokens of the stored connection, whichever way it was made. */
final class ConnectionTokens implements AccessTokens {

    private final ConnectionStore store;
    private final OAuthConnection oauth;
    private final ApiCredentialTokens apiCredentials;
    private final Messages messages;

    ConnectionTokens(
            ConnectionStore store, OAuthConnection oauth, ApiCredentialTokens apiCredentials, Messages messages) {
        this.store = store;
        this.oauth = oauth;
        this.apiCredentials = apiCredentials;
        this.messages = messages;
    }

    @Override
    public Secret token() throws InterruptedException {
        StoredConnection connection = connection();
        return switch (connection.method()) {
            case OAUTH -> oauth.accessToken();
            case API_CREDENTIALS -> apiCredentials.token(connection.connectedAt());
        };
    }

    @Override
    public Secret renew(Secret refused) throws InterruptedException {
        StoredConnection connection = connection();
        return switch (connection.method()) {
            case OAUTH -> oauth.renew(refused);
            case API_CREDENTIALS -> apiCredentials.renew(refused, connection.connectedAt());
        };
    }

    private StoredConnection connection() {
        return store.find()
                .filter(connection -> connection.state() != State.DISCONNECTED)
                .orElseThrow(() -> new ReconnectRequired(messages.text("connection.none")));
    }
}
