package dev.portico.sandbox.oauth;

import dev.portico.sandbox.behaviour.Switches;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;

/** What a request for authorization must fulfil: a registered redirect, known scopes, and the audience that Pax8 insists on. */
@Component
class RequestRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OAuthSettings settings;
    private final Switches switches;

    RequestRules(OAuthSettings settings, Switches switches) {
        this.settings = settings;
        this.switches = switches;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (!switches.now().anyLoopbackRedirect() || !isLoopback(request.getRedirectUri())) {
            OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.accept(context);
        }
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(context);
        Object audience = request.getAdditionalParameters().get("audience");
        if (audience == null) {
            throw refused(request, OAuth2ErrorCodes.INVALID_REQUEST, "Missing required parameter: audience");
        }
        if (!settings.audience().equals(audience)) {
            throw refused(request, OAuth2ErrorCodes.ACCESS_DENIED, "Service not found: " + audience);
        }
    }

    private static boolean isLoopback(@Nullable String redirectUri) {
        try {
            return redirectUri != null && LOOPBACK.contains(String.valueOf(URI.create(redirectUri).getHost()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            OAuth2AuthorizationCodeRequestAuthenticationToken request, String code, String description) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code, description, null),
                new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getAuthorizationUri(), request.getClientId(),
                        (Authentication) request.getPrincipal(), request.getRedirectUri(), request.getState(), request.getScopes(),
                        request.getAdditionalParameters()));
    }
}
