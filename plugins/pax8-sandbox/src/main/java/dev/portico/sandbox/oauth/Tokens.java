package dev.portico.sandbox.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

import java.util.List;

/** How tokens are made. */
@Configuration(proxyBeanMethods = false)
class Tokens {

    @Bean
    JWKSource<SecurityContext> signingKey() {
        return new ImmutableJWKSet<>(new JWKSet(SharedKey.KEY));
    }

    @Bean
    JwtEncoder tokenEncoder(JWKSource<SecurityContext> signingKey) {
        return new NimbusJwtEncoder(signingKey);
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokenGenerator(JwtEncoder tokenEncoder, OAuthSettings settings) {
        JwtGenerator access = new JwtGenerator(tokenEncoder);
        access.setJwtCustomizer(context -> context.getClaims()
                .audience(List.of(settings.audience()))
                .claim("azp", settings.clientId())
                .claim("scope", String.join(" ", context.getAuthorizedScopes()))
                .claims(claims -> claims.putAll(PartnerAccount.of(context.getPrincipal().getName()).claims())));
        OAuth2RefreshTokenGenerator refresh = new OAuth2RefreshTokenGenerator();
        return new DelegatingOAuth2TokenGenerator(access,
                // why: without offline_access Auth0 issues no refresh token; and this bean is asked for access tokens too
                context -> OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())
                        && context.getAuthorizedScopes().contains(Clients.OFFLINE) ? refresh.generate(context) : null);
    }

    /** why: a key takes up to a second to make, and many sandboxes start in one test run. */
    private static final class SharedKey {

        static final RSAKey KEY = make();

        private static RSAKey make() {
            try {
                return new RSAKeyGenerator(2048).keyID("sandbox").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException("This Java cannot make RSA keys", e);
            }
        }
    }
}
