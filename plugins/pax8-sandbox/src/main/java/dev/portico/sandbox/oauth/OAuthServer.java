package dev.portico.sandbox.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

import java.util.List;
import java.util.Map;

/** The rules of entry: the OAuth endpoints, the API behind bearer tokens, and the pages on which people sign in. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class OAuthServer {

    @Bean
    AuthorizationServerSettings endpoints() {
        return AuthorizationServerSettings.builder()
                .authorizationEndpoint("/authorize")
                .tokenEndpoint("/oauth/token")
                .tokenRevocationEndpoint("/oauth/revoke")
                .jwkSetEndpoint("/.well-known/jwks.json")
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain oauthEndpoints(HttpSecurity http, RequestRules rules, OAuthAnswers answers) {
        return http
                .oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.authorizationEndpoint(endpoint -> endpoint.consentPage("/consent")
                                    .errorResponseHandler(answers::authorization)
                                    .authenticationProviders(providers -> providers.forEach(provider -> {
                                        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
                                            requests.setAuthenticationValidator(rules);
                                        }
                                    })))
                            .tokenEndpoint(endpoint -> endpoint.errorResponseHandler(answers::token))
                            .clientAuthentication(client -> client.errorResponseHandler(answers::token));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain partnerApi(HttpSecurity http, OpaqueTokenIntrospector liveTokens, OAuthAnswers answers) {
        return http.securityMatcher("/v1/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/v1/token").permitAll().anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.opaqueToken(token -> token.introspector(liveTokens))
                        .authenticationEntryPoint(answers::bearer))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(answers::bearer))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Grants grants) {
        // why: whoever signs out on the consent page wants to continue with another account, on the request that led here
        LogoutSuccessHandler signInAgain = (request, response, authentication) ->
                response.sendRedirect(grants.requestInProgress(request.getParameter("state")).orElse("/login?signed-out"));
        return http.securityMatcher("/login", "/logout", "/consent")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/login").permitAll().anyRequest().authenticated())
                .formLogin(login -> login.loginPage("/login").usernameParameter("email").failureUrl("/login?refused"))
                .logout(logout -> logout.logoutSuccessHandler(signInAgain))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain everythingElse(HttpSecurity http) {
        // why: the control endpoints are guarded by the address of the caller, see the control package
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return new PublicPasswords();
    }

    @Bean
    UserDetailsService partnerUsers() {
        List<UserDetails> users = PartnerAccount.all().stream()
                .map(account -> User.withUsername(account.user()).password(PartnerAccount.PASSWORD).roles("PARTNER_ADMIN").build())
                .toList();
        return new InMemoryUserDetailsManager(users);
    }

    @Bean
    OpaqueTokenIntrospector liveTokens(Grants grants) {
        return token -> grants.live(token)
                .map(grant -> new DefaultOAuth2AuthenticatedPrincipal(grant.user(), Map.of("sub", grant.user()), List.of()))
                .orElseThrow(() -> new BadOpaqueTokenException("not live"));
    }

    /** Remembers nothing: every connection asks the partner again, as a demo should. */
    @Bean
    OAuth2AuthorizationConsentService consents() {
        return new OAuth2AuthorizationConsentService() {
            @Override
            public void save(OAuth2AuthorizationConsent consent) {
                // why: remembering is what this service leaves out
            }

            @Override
            public void remove(OAuth2AuthorizationConsent consent) {
                // why: nothing was remembered
            }

            @Override
            public @Nullable OAuth2AuthorizationConsent findById(String clientId, String user) {
                return null;
            }
        };
    }
}
