package dev.portico.pax8.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exchanges a partner's own API credentials for an access token. */
public final class TokenClient {

    private static final long DOCUMENTED_LIFETIME = 86_400;

    private final Calls calls;
    private final PartnerSettings settings;
    private final PartnerJson json;
    private final Messages messages;

    TokenClient(Calls calls, PartnerSettings settings, PartnerJson json, Messages messages) {
        this.calls = calls;
        this.settings = settings;
        this.json = json;
        this.messages = messages;
    }

    /**
     * Asks for a token.
     *
     * @throws ReconnectRequired if Pax8 refuses the credentials
     * @throws PartnerFault if Pax8 cannot be asked at present
     */
    public ApiToken token(String clientId, Secret clientSecret) throws InterruptedException {
        byte[] body = json.write(Map.of(
                "client_id", clientId,
                "client_secret", clientSecret.reveal(),
                "audience", settings.audience(),
                "grant_type", "client_credentials"));
        Answer<TokenAnswer> answer = calls.post(
                URI.create(settings.apiUrl() + "/v1/token"),
                body,
                json.reader(TokenAnswer.class),
                settings.patience().ofAPerson());
        return switch (answer) {
            case Answer.Good<TokenAnswer>(TokenAnswer token) -> token.token(messages);
            case Answer.Refused<TokenAnswer>(int status, String words) ->
                throw new ReconnectRequired(messages.text("partner.credentials-refused", status, words));
            case Answer.Unavailable<TokenAnswer> unavailable -> throw unavailable.fault();
        };
    }

    private record TokenAnswer(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("expires_in") @Nullable Long expiresIn) {

        ApiToken token(Messages messages) {
            if (accessToken == null || accessToken.isBlank()) {
                throw new PartnerFault(messages.text("partner.fault.no-token"), null);
            }
            return new ApiToken(
                    Secret.of(accessToken), Duration.ofSeconds(expiresIn == null ? DOCUMENTED_LIFETIME : expiresIn));
        }

        @Override
        public String toString() {
            return "TokenAnswer";
        }
    }
}
