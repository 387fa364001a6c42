package dev.portico.sandbox.oauth;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Keeps tokens over a restart, so that a demo that was connected yesterday is connected today. Does nothing without a folder. */
@Component
class GrantFile {

    private static final Logger LOG = LoggerFactory.getLogger(GrantFile.class);

    /** Everything that is kept. */
    record Content(List<OAuth2Authorization> refresh, List<AccessGrant> access) {
    }

    private record RefreshLine(String id, String token, String user, Set<String> scopes, Instant issuedAt, @Nullable Instant expiresAt) {
    }

    private record Lines(List<RefreshLine> refresh, List<AccessGrant> access) {
    }

    private final @Nullable Path file;
    private final Clients clients;
    private final JsonMapper json;

    GrantFile(OAuthSettings settings, Clients clients, JsonMapper json) {
        this.file = settings.stateDirectory() == null ? null : settings.stateDirectory().resolve("grants.json");
        this.clients = clients;
        this.json = json;
    }

    Content read() {
        if (file == null || !Files.exists(file)) {
            return new Content(List.of(), List.of());
        }
        try {
            Lines lines = json.readValue(file, Lines.class);
            return new Content(lines.refresh().stream().map(this::authorization).toList(), lines.access());
        } catch (JacksonException e) {
            LOG.warn("{} cannot be read ({}); everybody must authorize again", file, e.getOriginalMessage());
            return new Content(List.of(), List.of());
        }
    }

    void write(Content content) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            // why: a temporary file is readable by its owner only, and the move shows readers the old or the new file, never half
            Path next = Files.createTempFile(file.getParent(), "grants", ".tmp");
            json.writeValue(next, new Lines(content.refresh().stream().map(GrantFile::line).toList(), content.access()));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + "; check sandbox.state-directory", e);
        }
    }

    private static RefreshLine line(OAuth2Authorization grant) {
        OAuth2RefreshToken token = Objects.requireNonNull(grant.getRefreshToken()).getToken();
        return new RefreshLine(grant.getId(), token.getTokenValue(), grant.getPrincipalName(), grant.getAuthorizedScopes(),
                Objects.requireNonNull(token.getIssuedAt()), token.getExpiresAt());
    }

    private OAuth2Authorization authorization(RefreshLine line) {
        return OAuth2Authorization.withRegisteredClient(clients.client())
                .id(line.id())
                .principalName(line.user())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(line.scopes())
                .attribute(Principal.class.getName(), UsernamePasswordAuthenticationToken.authenticated(line.user(), null, List.of()))
                .refreshToken(new OAuth2RefreshToken(line.token(), line.issuedAt(), line.expiresAt()))
                .build();
    }
}
