package dev.portico.sandbox.oauth;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.PartnerAdministrator;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.behaviour.Behaviour;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OAuthTest {

    private static final String REDIRECT = "http://localhost:8080/oauth2/connected/pax8";
    private static final String BASIC = "Basic " + Base64.getEncoder().encodeToString("portico-demo:portico-demo-secret".getBytes(StandardCharsets.UTF_8));

    private static RunningSandbox sandbox;

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

    @Test
    void acceptingLeadsBackWithACodeThatBringsTokensWhichOpenTheApi() throws Exception {
        URI back = new PartnerAdministrator().accepts(request(Map.of()));
        assertThat(back.toString()).startsWith(REDIRECT + "?");
        assertThat(query(back)).containsEntry("state", "a state/with=signs").containsKey("code");

        Client.Answer tokens = exchange(code(back));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.json().path("expires_in").asInt()).isBetween(86_390, 86_400);
        assertThat(tokens.json().path("refresh_token").asString()).isNotBlank();
        assertThat(client().with(tokens.json().path("access_token").asString()).get("/v1/companies").status()).isEqualTo(200);
    }

    @Test
    void accessTokensNameThePartnerAccount() throws Exception {
        JsonNode first = claims(connect().path("access_token").asString());
        assertThat(first.path("aud").toString()).contains("https://api.pax8.com");
        assertThat(first.path("scope").asString()).contains("Manage:Pax8Data");
        assertThat(first.path("https://pax8.com/partner_name").asString()).isEqualTo("Brightwater Managed IT");

        URI back = new PartnerAdministrator("other@example.com").accepts(request(Map.of()));
        JsonNode other = claims(exchange(code(back)).json().path("access_token").asString());
        assertThat(other.path("https://pax8.com/partner_id").asString()).isNotEqualTo(first.path("https://pax8.com/partner_id").asString());
    }

    @Test
    void aCodeIsGoodForOneExchangeOnly() throws Exception {
        String code = code(new PartnerAdministrator().accepts(request(Map.of())));
        String access = exchange(code).json().path("access_token").asString();
        Client.Answer again = exchange(code);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.json().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(again.json().path("error_description").asString()).isEqualTo("Invalid authorization code");
        assertThat(client().with(access).get("/v1/companies").status()).as("tokens of a code that was used twice").isEqualTo(401);
    }

    @Test
    void denyingLeadsBackWithAccessDenied() throws Exception {
        Map<String, String> back = query(new PartnerAdministrator().denies(request(Map.of())));
        assertThat(back).containsEntry("error", "access_denied").containsEntry("state", "a state/with=signs")
                .containsEntry("error_description", "User did not authorize the request").doesNotContainKey("code");
    }

    @Test
    void theAudienceIsNeeded() throws Exception {
        HttpResponse<String> without = new PartnerAdministrator().opens(request(Map.of("audience", "")));
        assertThat(query(location(without))).containsEntry("error", "invalid_request").containsEntry("error_description", "Missing required parameter: audience");
        HttpResponse<String> wrong = new PartnerAdministrator().opens(request(Map.of("audience", "https://elsewhere.example")));
        assertThat(query(location(wrong))).containsEntry("error", "access_denied").containsEntry("error_description", "Service not found: https://elsewhere.example");
    }

    @Test
    void aRedirectThatIsNotRegisteredIsNeverFollowed() throws Exception {
        HttpResponse<String> answer = new PartnerAdministrator().opens(request(Map.of("redirect_uri", "http://localhost:9999/elsewhere")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cannot be authorized").contains("redirect_uri");
        assertThat(new PartnerAdministrator().opens(request(Map.of("client_id", "nobody"))).statusCode()).isEqualTo(400);
    }

    @Test
    void anyRedirectToThisMachineIsFollowedIfSwitchedOn() throws Exception {
        behave("{\"anyLoopbackRedirect\":true}");
        URI back = new PartnerAdministrator().accepts(request(Map.of("redirect_uri", "http://localhost:54321/back")));
        assertThat(back.toString()).startsWith("http://localhost:54321/back?code=");
        assertThat(new PartnerAdministrator().opens(request(Map.of("redirect_uri", "https://evil.example/back"))).statusCode()).isEqualTo(400);
    }

    @Test
    void aScopeThatDoesNotExistIsRefused() throws Exception {
        assertThat(query(location(new PartnerAdministrator().opens(request(Map.of("scope", "Everything")))))).containsEntry("error", "invalid_scope");
    }

    @Test
    void withoutOfflineAccessThereIsNoRefreshToken() throws Exception {
        JsonNode tokens = exchange(code(new PartnerAdministrator().accepts(request(Map.of("scope", "Manage:Pax8Data"))))).json();
        assertThat(tokens.has("access_token")).isTrue();
        assertThat(tokens.has("refresh_token")).isFalse();
    }

    @Test
    void aCodeChallengeIsKeptAndNeededWhenSwitchedOn() throws Exception {
        String verifier = "a-verifier-of-enough-length-for-the-standard-1234567890";
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        Map<String, String> pkce = Map.of("code_challenge", challenge, "code_challenge_method", "S256");
        assertThat(exchange(code(new PartnerAdministrator().accepts(request(pkce)))).status()).as("no verifier").isEqualTo(403);
        assertThat(token("grant_type=authorization_code&redirect_uri=" + encode(REDIRECT) + "&code_verifier=" + verifier + "&code="
                + code(new PartnerAdministrator().accepts(request(pkce)))).status()).isEqualTo(200);

        behave("{\"requirePkce\":true}");
        assertThat(query(location(new PartnerAdministrator().opens(request(Map.of()))))).containsEntry("error", "invalid_request");
    }

    @Test
    void aRefreshBringsANewAccessTokenAndTheOldOneLivesOn() throws Exception {
        JsonNode tokens = connect();
        Client.Answer refreshed = refresh(tokens);
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.json().path("access_token").asString()).isNotEqualTo(tokens.path("access_token").asString());
        assertThat(refreshed.json().path("refresh_token").asString()).isEqualTo(tokens.path("refresh_token").asString());
        assertThat(client().with(tokens.path("access_token").asString()).get("/v1/companies").status()).isEqualTo(200);
        assertThat(client().with(refreshed.json().path("access_token").asString()).get("/v1/companies").status()).isEqualTo(200);
    }

    @Test
    void rotationReplacesTheRefreshToken() throws Exception {
        behave("{\"rotateRefreshTokens\":true}");
        JsonNode tokens = connect();
        Client.Answer refreshed = refresh(tokens);
        assertThat(refreshed.json().path("refresh_token").asString()).isNotBlank().isNotEqualTo(tokens.path("refresh_token").asString());
        assertThat(refresh(tokens).status()).as("the old refresh token").isEqualTo(403);
        assertThat(refresh(refreshed.json()).status()).isEqualTo(200);
    }

    @Test
    void revocationEndsAccessAndRefresh() throws Exception {
        JsonNode tokens = connect();
        sandbox.revoke(Grants.Revocation.ACCESS);
        Client.Answer call = client().with(tokens.path("access_token").asString()).get("/v1/companies");
        assertThat(call.status()).isEqualTo(401);
        assertThat(call.json().path("error").asString()).isEqualTo("invalid_token");
        assertThat(refresh(tokens).status()).as("refresh heals a revoked access token").isEqualTo(200);

        sandbox.revoke(Grants.Revocation.REFRESH);
        Client.Answer refused = refresh(tokens);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(refused.json().path("error_description").asString()).isEqualTo("Unknown or invalid refresh token.");

        JsonNode next = connect();
        sandbox.revoke(Grants.Revocation.ALL);
        assertThat(client().with(next.path("access_token").asString()).get("/v1/companies").status()).isEqualTo(401);
        assertThat(refresh(next).status()).isEqualTo(403);
    }

    @Test
    void theClientCanRevokeItsOwnTokens() throws Exception {
        JsonNode tokens = connect();
        Client.Answer revoked = client().with(null).send("POST", "/oauth/revoke", "token=" + tokens.path("refresh_token").asString(),
                "application/x-www-form-urlencoded", "Authorization", BASIC);
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(refresh(tokens).status()).isEqualTo(403);
        assertThat(client().with(tokens.path("access_token").asString()).get("/v1/companies").status()).isEqualTo(401);
    }

    @Test
    void tokensExpireWhenTheirLivesAreShortened() throws Exception {
        behave("{\"accessTokenSeconds\":1,\"refreshTokenSeconds\":1}");
        JsonNode tokens = connect();
        assertThat(tokens.path("expires_in").asInt()).isLessThanOrEqualTo(1);
        await().until(() -> client().with(tokens.path("access_token").asString()).get("/v1/companies").status() == 401);
        await().until(() -> refresh(tokens).status() == 403);
    }

    @Test
    void aWrongSecretIsRefusedInTheWordsOfAuth0() throws Exception {
        Client.Answer answer = client().with(null).send("POST", "/oauth/token",
                "grant_type=refresh_token&refresh_token=x&client_id=portico-demo&client_secret=wrong", "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}");
    }

    @Test
    void theSecretMayAlsoComeInTheBody() throws Exception {
        String code = code(new PartnerAdministrator().accepts(request(Map.of())));
        Client.Answer answer = client().with(null).send("POST", "/oauth/token", "grant_type=authorization_code&code=" + code + "&redirect_uri="
                + encode(REDIRECT) + "&client_id=portico-demo&client_secret=portico-demo-secret", "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void apiCredentialsBringATokenAsJson() throws Exception {
        Client.Answer answer = credentials("portico-demo-secret", "https://api.pax8.com");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(86_400);
        assertThat(claims(answer.json().path("access_token").asString()).path("https://pax8.com/partner_name").asString()).isNotBlank();
        assertThat(client().with(answer.json().path("access_token").asString()).get("/v1/products").status()).isEqualTo(200);
    }

    @Test
    void wrongApiCredentialsAreRefused() throws Exception {
        Client.Answer wrong = credentials("wrong", "https://api.pax8.com");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo("{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}");
        assertThat(credentials("portico-demo-secret", "").status()).isEqualTo(401);
        assertThat(client().with(null).send("POST", "/v1/token", "not json").status()).isEqualTo(401);
        assertThat(client().with(null).send("POST", "/v1/token", "grant_type=client_credentials", "application/x-www-form-urlencoded").status()).isBetween(400, 415);
    }

    @Test
    void theApiNeedsAToken() throws Exception {
        Client.Answer answer = client().with(null).get("/v1/companies");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asString()).isEqualTo("access_denied");
        assertThat(client().with("rubbish").get("/v1/companies").json().path("error").asString()).isEqualTo("invalid_token");
    }

    @Test
    void aConnectionOutlivesARestartIfAFolderIsGiven(@TempDir Path folder) throws Exception {
        JsonNode tokens;
        String setting = "sandbox.state-directory=" + folder;
        RunningSandbox shared = sandbox;
        try (RunningSandbox first = Sandbox.start("sandbox.size=S", setting)) {
            sandbox = first;
            tokens = connect();
        }
        try (RunningSandbox second = Sandbox.start("sandbox.size=S", setting)) {
            sandbox = second;
            assertThat(client().with(tokens.path("access_token").asString()).get("/v1/companies").status()).isEqualTo(200);
            Client.Answer refreshed = refresh(tokens);
            assertThat(refreshed.status()).isEqualTo(200);
            assertThat(claims(refreshed.json().path("access_token").asString()).path("https://pax8.com/email").asString()).isEqualTo("partner@example.com");
        } finally {
            sandbox = shared;
        }
    }

    private static Client client() {
        return new Client(sandbox);
    }

    private static void behave(String fields) throws Exception {
        assertThat(client().send("PUT", "/control/behaviour", fields).json()).isNotNull();
        assertThat(sandbox.switches().now()).isInstanceOf(Behaviour.class);
    }

    private static JsonNode connect() throws Exception {
        return exchange(code(new PartnerAdministrator().accepts(request(Map.of())))).json();
    }

    private static URI request(Map<String, String> other) {
        Map<String, String> query = new LinkedHashMap<>(Map.of("response_type", "code", "client_id", "portico-demo", "redirect_uri", REDIRECT,
                "scope", "Manage:Pax8Data offline_access", "state", "a state/with=signs", "audience", "https://api.pax8.com"));
        query.putAll(other);
        return URI.create(sandbox.baseUrl() + "/authorize?" + query.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue())).collect(Collectors.joining("&")));
    }

    private static Client.Answer exchange(String code) throws Exception {
        return token("grant_type=authorization_code&redirect_uri=" + encode(REDIRECT) + "&code=" + code);
    }

    private static Client.Answer refresh(JsonNode tokens) throws Exception {
        return token("grant_type=refresh_token&refresh_token=" + tokens.path("refresh_token").asString());
    }

    private static Client.Answer token(String form) throws Exception {
        return client().with(null).send("POST", "/oauth/token", form, "application/x-www-form-urlencoded", "Authorization", BASIC);
    }

    private static Client.Answer credentials(String secret, String audience) throws Exception {
        return client().with(null).send("POST", "/v1/token", """
                {"client_id":"portico-demo","client_secret":"%s","audience":"%s","grant_type":"client_credentials"}""".formatted(secret, audience));
    }

    private static String code(URI back) {
        return query(back).get("code");
    }

    private static URI location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static JsonNode claims(String token) {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
