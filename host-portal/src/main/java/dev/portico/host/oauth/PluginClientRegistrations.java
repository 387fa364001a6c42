package dev.portico.host.oauth;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.OAuthClientDeclaration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The client registrations of the running plugins; the registration's id is the plugin's. */
@Component
class PluginClientRegistrations implements ClientRegistrationRepository {

    /** Path below which the outside systems send the browser back; the plugin's id follows. */
    static final String CALLBACK = "/oauth2/connected/";

    private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> parameters = new ConcurrentHashMap<>();

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return registrations.get(registrationId);
    }

    /** Parameters that the outside system wants in the authorization request. */
    Map<String, String> authorizationParameters(String registrationId) {
        return parameters.getOrDefault(registrationId, Map.of());
    }

    Registration register(String pluginId, OAuthClientDeclaration client) {
        registrations.put(
                pluginId,
                ClientRegistration.withRegistrationId(pluginId)
                        .clientId(client.clientId())
                        .clientSecret(client.clientSecret().reveal())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}" + CALLBACK + "{registrationId}")
                        .scope(client.scopes())
                        .authorizationUri(client.authorizationEndpoint().toString())
                        .tokenUri(client.tokenEndpoint().toString())
                        .build());
        parameters.put(pluginId, client.authorizationParameters());
        return () -> {
            registrations.remove(pluginId);
            parameters.remove(pluginId);
        };
    }
}
