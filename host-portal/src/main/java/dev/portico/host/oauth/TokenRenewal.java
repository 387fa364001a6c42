package dev.portico.host.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/** Exchanges a refresh token. */
@Component
class TokenRenewal {

    /** Spring's code for an answer that is no OAuth error, such as while the outside system is down. */
    private static final String NO_OAUTH_ANSWER = "invalid_token_response";

    private final PluginClientRegistrations registrations;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client;
    private final Clock clock;

    TokenRenewal(
            PluginClientRegistrations registrations,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client,
            Clock clock) {
        this.registrations = registrations;
        this.client = client;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {
        /** New tokens. */
        record Renewed(StoredTokens tokens) implements Result {}

        /** The outside system will not renew; an administrator must connect again. */
        record Refused(String code) implements Result {}
    }

    /**
     * Renews.
     *
     * @throws UncheckedIOException if the outside system cannot be reached or answers with nonsense; try again later
     */
    Result renew(String pluginId, StoredTokens tokens) {
        ClientRegistration registration = registrations.findByRegistrationId(pluginId);
        if (registration == null) {
            return new Result.Refused("no_client_registration");
        }
        if (tokens.refresh().isEmpty()) {
            return new Result.Refused("no_refresh_token");
        }
        OAuth2RefreshToken refresh = new OAuth2RefreshToken(tokens.refresh().get().reveal(), null);
        try {
            OAuth2AccessTokenResponse answer = client.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(registration, tokens.accessToken(), refresh));
            OAuth2RefreshToken next =
                    Optional.ofNullable(answer.getRefreshToken()).orElse(refresh);
            return new Result.Renewed(StoredTokens.of(answer.getAccessToken(), next, clock.instant()));
        } catch (OAuth2AuthorizationException e) {
            String code = e.getError().getErrorCode();
            if (code.equals(NO_OAUTH_ANSWER)) {
                // why: without the cause, whose message may quote the answer
                throw new UncheckedIOException(new IOException(
                        "The sign-in service of " + registration.getProviderDetails().getTokenUri()
                                + " cannot be reached or gave no usable answer; it is tried again"));
            }
            return new Result.Refused(code);
        }
    }
}
