package dev.portico.sandbox.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has been granted what. An access token lives until it expires or is revoked, also when a refresh has brought a newer one,
 * because that is how the real ones behave: they are checked by signature and time.
 */
@Component
public class Grants implements OAuth2AuthorizationService {

    /** What a revocation takes away. */
    public enum Revocation {
        /** Access tokens; a refresh brings new ones. */
        ACCESS,
        /** Refresh tokens, as if they had expired; access tokens live on. */
        REFRESH,
        /** Both, as when a partner withdraws the consent. */
        ALL
    }

    private final Clock clock;
    private final GrantFile file;
    private final Map<String, OAuth2Authorization> authorizations = new HashMap<>();
    private final Map<String, AccessGrant> access = new HashMap<>();
    private final Issued issued = new Issued();

    Grants(Clock clock, GrantFile file) {
        this.clock = clock;
        this.file = file;
        GrantFile.Content kept = file.read();
        kept.refresh().forEach(grant -> authorizations.put(grant.getId(), grant));
        kept.access().forEach(grant -> access.put(grant.token(), grant));
    }

    /** The user behind an access token, or nothing if it is unknown, expired or revoked. */
    synchronized Optional<AccessGrant> live(String accessToken) {
        return Optional.ofNullable(access.get(accessToken)).filter(grant -> clock.instant().isBefore(grant.expiresAt()));
    }

    /** Where the authorization began that waits for consent under the given state. */
    Optional<String> requestInProgress(@Nullable String state) {
        OAuth2Authorization waiting = state == null ? null : findByToken(state, new OAuth2TokenType("state"));
        OAuth2AuthorizationRequest request = waiting == null ? null : waiting.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return Optional.ofNullable(request).map(asked -> "/authorize?" + URI.create(asked.getAuthorizationRequestUri()).getRawQuery());
    }

    synchronized void add(AccessGrant grant) {
        access.values().removeIf(old -> !clock.instant().isBefore(old.expiresAt()));
        access.put(grant.token(), grant);
        issued.add(List.of(grant.token()));
        keep();
    }

    /** Takes tokens away from everybody. */
    public synchronized void revoke(Revocation what) {
        if (what != Revocation.REFRESH) {
            access.clear();
        }
        if (what != Revocation.ACCESS) {
            authorizations.clear();
        }
        keep();
    }

    /** The last codes and tokens that were issued, live or not. */
    public List<String> issued() {
        return issued.all();
    }

    /** How many access tokens are live. */
    public synchronized int liveAccessTokens() {
        Instant now = clock.instant();
        return (int) access.values().stream().filter(grant -> now.isBefore(grant.expiresAt())).count();
    }

    /** How many refresh tokens are live. */
    public synchronized int liveRefreshTokens() {
        return (int) authorizations.values().stream().map(OAuth2Authorization::getRefreshToken)
                .filter(token -> token != null && token.isActive()).count();
    }

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        authorizations.put(authorization.getId(), authorization);
        issued.add(Stream.of(authorization.getToken(OAuth2AuthorizationCode.class), authorization.getRefreshToken())
                .filter(Objects::nonNull).map(issuedToken -> issuedToken.getToken().getTokenValue()).toList());
        OAuth2Authorization.Token<OAuth2AccessToken> token = authorization.getAccessToken();
        if (token == null) {
            return;
        }
        String value = token.getToken().getTokenValue();
        if (token.isInvalidated()) {
            access.remove(value);
            keep();
        } else if (!access.containsKey(value)) {
            add(new AccessGrant(value, authorization.getPrincipalName(), expiry(token.getToken())));
        } else {
            keep();
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        authorizations.remove(authorization.getId());
        keep();
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return authorizations.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return authorizations.values().stream().filter(authorization -> has(authorization, token, type)).findFirst().orElse(null);
    }

    private static boolean has(OAuth2Authorization authorization, String token, @Nullable OAuth2TokenType type) {
        if (type != null && "state".equals(type.getValue())) {
            return token.equals(authorization.getAttribute("state"));
        }
        if (type != null && OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            OAuth2Authorization.Token<OAuth2RefreshToken> refresh = authorization.getRefreshToken();
            return refresh != null && refresh.getToken().getTokenValue().equals(token);
        }
        // why: by its value, whatever kind it is (authorization code, access token); an unknown type finds what carries the value
        return authorization.getToken(token) != null;
    }

    private static Instant expiry(OAuth2AccessToken token) {
        return token.getExpiresAt() == null ? Instant.MAX : token.getExpiresAt();
    }

    private void keep() {
        file.write(new GrantFile.Content(authorizations.values().stream().filter(grant -> grant.getRefreshToken() != null).toList(),
                access.values().stream().toList()));
    }
}
