package dev.portico.pax8.partner;

import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;

/** A token on trial. */
record UnstoredToken(Secret token, Messages messages) implements AccessTokens {

    @Override
    public Secret renew(Secret refused) {
        throw new ReconnectRequired(messages.text("partner.token-refused"));
    }
}
