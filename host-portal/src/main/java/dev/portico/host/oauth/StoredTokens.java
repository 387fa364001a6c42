package dev.portico.host.oauth;

import dev.portico.api.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * The tokens of a connection, kept together in one vault entry so that a rotated pair is never torn.
 *
 * @param access access token
 * @param accessIssued when it was issued
 * @param accessExpires when it expires
 * @param refresh refresh token, if the outside system gave one
 */
record StoredTokens(Secret access, Instant accessIssued, Instant accessExpires, Optional<Secret> refresh) {

    private static final String SEPARATOR = "\n";

    static StoredTokens of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, Instant now) {
        return new StoredTokens(
                Secret.of(access.getTokenValue()),
                access.getIssuedAt() == null ? now : access.getIssuedAt(),
                access.getExpiresAt() == null ? now : access.getExpiresAt(),
                Optional.ofNullable(refresh).map(it -> Secret.of(it.getTokenValue())));
    }

    /** As text for the vault; tokens hold no line breaks. */
    Secret asSecret() {
        return Secret.of(String.join(
                SEPARATOR,
                encode(access.reveal()),
                accessIssued.toString(),
                accessExpires.toString(),
                refresh.map(it -> encode(it.reveal())).orElse("")));
    }

    static StoredTokens of(Secret secret) {
        String[] lines = secret.reveal().split(SEPARATOR, -1);
        return new StoredTokens(
                Secret.of(decode(lines[0])),
                Instant.parse(lines[1]),
                Instant.parse(lines[2]),
                Optional.of(lines[3]).filter(it -> !it.isEmpty()).map(it -> Secret.of(decode(it))));
    }

    OAuth2AccessToken accessToken() {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, access.reveal(), accessIssued, accessExpires);
    }

    private static String encode(String token) {
        return Base64.getUrlEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    }
}
