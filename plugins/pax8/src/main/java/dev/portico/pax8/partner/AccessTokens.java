package dev.portico.pax8.partner;

import dev.portico.api.Secret;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;

/** Where the client gets its access tokens from. */
public interface AccessTokens {

    /**
     * A token that is good as far as is known.
     *
     * @throws ReconnectRequired if there is none to be had without an administrator
     */
    Secret token() throws InterruptedException;

    /**
     * A token in place of one that Pax8 refused.
     *
     * @throws ReconnectRequired if there is none to be had without an administrator
     */
    Secret renew(Secret refused) throws InterruptedException;
}
