package dev.portico.sandbox.oauth;

import java.time.Instant;

/**
 * A live access token.
 *
 * @param user the partner's user who granted it
 */
record AccessGrant(String token, String user, Instant expiresAt) {

    @Override
    public String toString() {
        return "AccessGrant of " + user + " until " + expiresAt;
    }
}
