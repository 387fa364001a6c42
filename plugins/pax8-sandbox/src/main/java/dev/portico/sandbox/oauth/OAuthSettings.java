package dev.portico.sandbox.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.util.List;

/**
 * Who may ask for access, and where the answer goes.
 *
 * @param audience       the audience that every request for access must name
 * @param clientId       id for authorization and for API credentials
 * @param clientSecret   secret for both; public by intent, it opens nothing but invented data
 * @param redirectUris   where authorization may lead back to
 * @param stateDirectory where tokens are kept over a restart; without it they end with the program
 */
@ConfigurationProperties("sandbox")
public record OAuthSettings(@DefaultValue("https://api.pax8.com") String audience,
                            @DefaultValue("portico-demo") String clientId,
                            @DefaultValue("portico-demo-secret") String clientSecret,
                            @DefaultValue({"http://localhost:8080/oauth2/connected/pax8", "http://127.0.0.1:8080/oauth2/connected/pax8"})
                            List<String> redirectUris,
                            @Nullable Path stateDirectory) {
}
