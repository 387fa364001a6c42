package dev.portico.sandbox.oauth;

import dev.portico.sandbox.behaviour.Switches;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Access tokens for a partner's own API credentials: the client credentials grant, as JSON, as Pax8 wants it. */
@RestController
public class ApiCredentials {

    private final OAuthSettings settings;
    private final Switches switches;
    private final Grants grants;
    private final JwtEncoder encoder;
    private final OAuthAnswers answers;
    private final JsonMapper json;
    private final Clock clock;

    ApiCredentials(OAuthSettings settings, Switches switches, Grants grants, JwtEncoder encoder, OAuthAnswers answers, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.switches = switches;
        this.grants = grants;
        this.encoder = encoder;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(path = "/v1/token", consumes = MediaType.APPLICATION_JSON_VALUE)
    void token(@RequestBody byte[] body, HttpServletResponse response) throws IOException {
        JsonNode asked = read(body);
        if (!"client_credentials".equals(text(asked, "grant_type")) || !settings.clientId().equals(text(asked, "client_id"))
                || !settings.clientSecret().equals(text(asked, "client_secret"))) {
            answers.json(response, 401, "access_denied", "Unauthorized");
        } else if (!settings.audience().equals(text(asked, "audience"))) {
            answers.json(response, 401, "access_denied", text(asked, "audience").isEmpty()
                    ? "No audience parameter was provided, and no default audience has been configured"
                    : "Service not enabled within domain: " + text(asked, "audience"));
        } else {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("access_token", issue());
            answer.put("expires_in", switches.now().accessTokenSeconds());
            answer.put("token_type", "Bearer");
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(answer));
        }
    }

    /** A live access token of the first partner account, as its API credentials bring it. */
    public String issue() {
        Instant now = clock.instant();
        Instant end = now.plusSeconds(switches.now().accessTokenSeconds());
        JwtClaimsSet claims = JwtClaimsSet.builder().id(UUID.randomUUID().toString()).subject(settings.clientId() + "@clients")
                .audience(List.of(settings.audience())).issuedAt(now).expiresAt(end).claim("azp", settings.clientId())
                .claim("gty", "client-credentials").claims(more -> more.putAll(PartnerAccount.FIRST.claims())).build();
        String token = encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
        grants.add(new AccessGrant(token, PartnerAccount.FIRST.user(), end));
        return token;
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException malformed) {
            return json.createObjectNode();
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
