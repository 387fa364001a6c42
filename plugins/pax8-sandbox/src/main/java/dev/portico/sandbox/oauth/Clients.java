package dev.portico.sandbox.oauth;

import dev.portico.sandbox.behaviour.Behaviour;
import dev.portico.sandbox.behaviour.Switches;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** The one registered client, with the token lives that are in force at the moment. */
@Component
class Clients implements RegisteredClientRepository {

    static final String SCOPE = "Manage:Pax8Data";
    static final String OFFLINE = "offline_access";

    private final OAuthSettings settings;
    private final Switches switches;

    Clients(OAuthSettings settings, Switches switches) {
        this.settings = settings;
        this.switches = switches;
    }

    RegisteredClient client() {
        Behaviour behaviour = switches.now();
        return RegisteredClient.withId(settings.clientId())
                .clientId(settings.clientId())
                .clientName("Portico")
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(settings.redirectUris()))
                .scope(SCOPE)
                .scope(OFFLINE)
                .clientSettings(ClientSettings.builder().requireAuthorizationConsent(true).requireProofKey(behaviour.requirePkce()).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofSeconds(behaviour.accessTokenSeconds()))
                        .refreshTokenTimeToLive(Duration.ofSeconds(behaviour.refreshTokenSeconds()))
                        .reuseRefreshTokens(!behaviour.rotateRefreshTokens())
                        .build())
                .build();
    }

    @Override
    public void save(RegisteredClient registeredClient) {
        throw new UnsupportedOperationException("The sandbox has one client, from its settings");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return settings.clientId().equals(clientId) ? client() : null;
    }
}
