package dev.portico.sandbox.oauth;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.PartnerAdministrator;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationTest extends OAuthFixture {

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
    void whoeverIsNotTheOneSignedInBeginsTheSameRequestAgain() throws Exception {
        PartnerAdministrator administrator = new PartnerAdministrator();
        URI again = administrator.signsOut(request(Map.of()));
        assertThat(again.getPath()).isEqualTo("/authorize");
        assertThat(query(again)).containsEntry("audience", "https://api.pax8.com").containsEntry("state", "a state/with=signs");
        assertThat(administrator.opens(again).headers().firstValue("Location")).get().asString().endsWith("/login");
        assertThat(query(administrator.accepts(again))).containsKey("code");
    }
}
