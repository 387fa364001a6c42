package dev.portico.api;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * An OAuth 2 authorization-code client. The portal runs the flow with {@code state} and PKCE, keeps the tokens in its
 * vault and renews them.
 *
 * @param clientId issued by the outside system
 * @param clientSecret issued by the outside system
 * @param authorizationEndpoint where the administrator signs in
 * @param tokenEndpoint where codes and refresh tokens are exchanged
 * @param scopes asked for
 * @param authorizationParameters further parameters of the authorization request, such as {@code audience}
 */
public record OAuthClientDeclaration(
        String clientId,
        Secret clientSecret,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        Set<String> scopes,
        Map<String, String> authorizationParameters) {

    public OAuthClientDeclaration {
        scopes = Set.copyOf(scopes);
        authorizationParameters = Map.copyOf(authorizationParameters);
    }
}
