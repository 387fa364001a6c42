package dev.portico.host.oauth;

import dev.portico.api.Secret;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from an access token that is a JWT whom it stands for; only to show it, so that no signature is checked. */
final class AccountClaim {

    private static final List<String> CLAIMS =
            List.of("account_name", "partner_name", "org_name", "name", "email", "account_id", "sub");
    private static final JsonMapper JSON = JsonMapper.shared();

    private AccountClaim() {}

    /** The account's name, or empty if the token does not tell. */
    static String of(Secret accessToken) {
        String[] parts = accessToken.reveal().split("\\.");
        if (parts.length != 3) {
            return "";
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return CLAIMS.stream()
                    .flatMap(name -> claims.propertyStream().filter(claim -> named(claim.getKey(), name)))
                    .map(Map.Entry::getValue)
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .findFirst()
                    .orElse("");
        } catch (JacksonException | IllegalArgumentException e) {
            return ""; // why: an access token need not be a JWT, RFC 6749 leaves its form open
        }
    }

    /** Providers such as Auth0 put a namespace before the names of claims that are not in the standard. */
    private static boolean named(String claim, String name) {
        return claim.equals(name) || claim.endsWith("/" + name);
    }
}
