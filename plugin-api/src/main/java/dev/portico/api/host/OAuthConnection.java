package dev.portico.api.host;

import dev.portico.api.Secret;
import java.time.Instant;
import java.util.Optional;

/** The tokens of this plugin's OAuth connection, kept and renewed by the portal. */
public interface OAuthConnection {

    /** The state of the connection; empty if nobody connected, or it was disconnected. */
    Optional<Connection> connection();

    /**
     * An access token that is valid for at least a minute, renewed if needed; one renewal at a time over all nodes.
     *
     * @throws ReconnectRequired if there is no connection or the outside system refuses to renew it
     */
    Secret accessToken() throws ReconnectRequired;

    /**
     * Renews after the outside system refused a token although it had not expired. If another caller has renewed in
     * the meantime, that token is returned.
     *
     * @param refused the token that was refused
     * @throws ReconnectRequired if the outside system refuses to renew it
     */
    Secret renew(Secret refused) throws ReconnectRequired;

    /** Forgets all tokens. */
    void disconnect();

    /**
     * A connection.
     *
     * @param connectedAt when an administrator approved it
     * @param connectedBy sign-in name of that administrator
     * @param account claim that names the account at the outside system, empty if unknown
     * @param refreshedAt when the refresh token was last used or issued
     */
    record Connection(Instant connectedAt, String connectedBy, String account, Instant refreshedAt) {}

    /** The administrator must connect again. */
    class ReconnectRequired extends RuntimeException {

        /** Says why, without secrets. */
        public ReconnectRequired(String message) {
            super(message);
        }
    }
}
