package dev.portico.sandbox.oauth;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.PartnerAdministrator;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TokensTest extends OAuthFixture {

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
    void withoutOfflineAccessThereIsNoRefreshToken() throws Exception {
        JsonNode tokens = exchange(code(new PartnerAdministrator().accepts(request(Map.of("scope", "Manage:Pax8Data"))))).json();
        assertThat(tokens.has("access_token")).isTrue();
        assertThat(tokens.has("refresh_token")).isFalse();
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
}
