package dev.portico.host.oauth;

import dev.portico.api.host.CurrentUser;
import dev.portico.host.security.SecurityContribution;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Spring's authorization-code flow for plugins: PKCE always, further parameters as the plugin declared them. */
@Configuration
class OAuthConfiguration {

    /** Path below which a flow starts; the plugin's id follows. */
    static final String START = "/oauth2/authorization";

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> authorizationCodeClient() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(tokenEndpoint());
        return client;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshTokenClient() {
        RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(tokenEndpoint());
        return client;
    }

    private static RestClient tokenEndpoint() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(Duration.ofSeconds(30));
        return RestClient.builder()
                .requestFactory(factory)
                .messageConverters(List.of(
                        new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new TokenErrors())
                .build();
    }

    @Bean
    SecurityContribution oauthConnect(
            PluginClientRegistrations registrations,
            VaultAuthorizedClients tokens,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes,
            CurrentUser user) {
        return http -> http.oauth2Client(client -> client.clientRegistrationRepository(registrations)
                .authorizedClientRepository(tokens)
                .authorizationCodeGrant(grant -> grant.accessTokenResponseClient(codes)
                        .authorizationRequestResolver(new Permitted(resolver(registrations), user))));
    }

    private static OAuth2AuthorizationRequestResolver resolver(PluginClientRegistrations registrations) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.attributes(attributes -> request.additionalParameters(
                        parameters -> parameters.putAll(registrations.authorizationParameters(
                                (String) attributes.get(OAuth2ParameterNames.REGISTRATION_ID)))))));
        return resolver;
    }

    /** Starts no flow for somebody who may not connect integrations. */
    private record Permitted(OAuth2AuthorizationRequestResolver resolver, CurrentUser user)
            implements OAuth2AuthorizationRequestResolver {

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return permitted(resolver.resolve(request));
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
            return permitted(resolver.resolve(request, registrationId));
        }

        private @Nullable OAuth2AuthorizationRequest permitted(@Nullable OAuth2AuthorizationRequest started) {
            // why: for such a user the address does not exist
            return started != null && user.may(VaultAuthorizedClients.PERMISSION) ? started : null;
        }
    }
}
