package dev.portico.pax8.connection;

import dev.portico.api.OAuthClientDeclaration;
import dev.portico.api.PluginSettings;
import dev.portico.api.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the plugin declares about Pax8's servers, from its settings. */
public final class Pax8OAuth {

    private Pax8OAuth() {}

    /** The OAuth client; empty while {@code client-id} or {@code client-secret} is not set. */
    public static Optional<OAuthClientDeclaration> pax8Client(PluginSettings settings) {
        return settings.find("client-id").flatMap(id -> settings.find("client-secret")
                .map(secret -> new OAuthClientDeclaration(
                        id,
                        Secret.of(secret),
                        URI.create(loginUrl(settings) + "/authorize"),
                        URI.create(loginUrl(settings) + "/oauth/token"),
                        Set.of("Manage:Pax8Data", "offline_access"),
                        Map.of("audience", settings.get("audience", "https://api.pax8.com")))));
    }

    /** Names of the hosts that the plugin calls. */
    public static Set<String> hosts(PluginSettings settings) {
        return Stream.of(settings.get("api-url", "https://api.pax8.com"), loginUrl(settings))
                .map(address -> URI.create(address).getHost())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String loginUrl(PluginSettings settings) {
        return settings.get("login-url", "https://login.pax8.com").replaceAll("/+$", "");
    }
}
