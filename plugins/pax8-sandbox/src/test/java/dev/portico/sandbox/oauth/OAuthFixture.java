package dev.portico.sandbox.oauth;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.PartnerAdministrator;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.behaviour.Behaviour;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** A portal as the OAuth server sees it: asks for authorization, exchanges codes, refreshes. */
abstract class OAuthFixture {

    static final String REDIRECT = "http://localhost:8080/oauth2/connected/pax8";
    static final String BASIC = "Basic " + Base64.getEncoder().encodeToString("portico-demo:portico-demo-secret".getBytes(StandardCharsets.UTF_8));

    static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=S");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void reset() {
        sandbox.reset();
    }

    static Client client() {
        return new Client(sandbox);
    }

    static void behave(String fields) throws Exception {
        assertThat(client().send("PUT", "/control/behaviour", fields).json()).isNotNull();
        assertThat(sandbox.switches().now()).isInstanceOf(Behaviour.class);
    }

    static JsonNode connect() throws Exception {
        return exchange(code(new PartnerAdministrator().accepts(request(Map.of())))).json();
    }

    static URI request(Map<String, String> other) {
        Map<String, String> query = new LinkedHashMap<>(Map.of("response_type", "code", "client_id", "portico-demo", "redirect_uri", REDIRECT,
                "scope", "Manage:Pax8Data offline_access", "state", "a state/with=signs", "audience", "https://api.pax8.com"));
        query.putAll(other);
        return URI.create(sandbox.baseUrl() + "/authorize?" + query.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue())).collect(Collectors.joining("&")));
    }

    static Client.Answer exchange(String code) throws Exception {
        return token("grant_type=authorization_code&redirect_uri=" + encode(REDIRECT) + "&code=" + code);
    }

    static Client.Answer refresh(JsonNode tokens) throws Exception {
        return token("grant_type=refresh_token&refresh_token=" + tokens.path("refresh_token").asString());
    }

    static Client.Answer token(String form) throws Exception {
        return client().with(null).send("POST", "/oauth/token", form, "application/x-www-form-urlencoded", "Authorization", BASIC);
    }

    static Client.Answer credentials(String secret, String audience) throws Exception {
        return client().with(null).send("POST", "/v1/token", """
                {"client_id":"portico-demo","client_secret":"%s","audience":"%s","grant_type":"client_credentials"}""".formatted(secret, audience));
    }

    static String code(URI back) {
        return query(back).get("code");
    }

    static URI location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static JsonNode claims(String token) {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
