package dev.portico.sandbox.oauth;

import dev.portico.sandbox.pages.Template;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Refusals in the form of Auth0, on which Pax8's sign-in is built. */
@Component
class OAuthAnswers {

    private final JsonMapper json;

    OAuthAnswers(JsonMapper json) {
        this.json = json;
    }

    /** The token endpoint refuses. Auth0 answers 403 to a grant that is used up, expired or revoked, not 400 as the standard says. */
    void token(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        String code = code(failure);
        switch (code) {
            case OAuth2ErrorCodes.INVALID_CLIENT -> json(response, 401, "access_denied", "Unauthorized");
            case OAuth2ErrorCodes.INVALID_GRANT -> json(response, 403, code, request.getParameter("refresh_token") == null
                    ? "Invalid authorization code" : "Unknown or invalid refresh token.");
            case OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE -> json(response, 403, code, "Unsupported grant type: " + request.getParameter("grant_type"));
            default -> json(response, 400, code, Objects.requireNonNullElse(description(failure), code));
        }
    }

    /** A call of the API without a live access token. */
    void bearer(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        boolean sent = request.getHeader("Authorization") != null;
        json(response, 401, sent ? "invalid_token" : "access_denied", sent ? "The access token is invalid, expired or revoked" : "Unauthorized");
    }

    /** Authorization is refused: back to the client where that is safe, else a page that says why. */
    void authorization(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        String code = code(failure);
        String reason = OAuth2ErrorCodes.ACCESS_DENIED.equals(code) && fromConsent(request)
                ? "User did not authorize the request" : Objects.requireNonNullElse(description(failure), code);
        var asked = failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException known
                ? known.getAuthorizationCodeRequestAuthentication() : null;
        if (asked == null || asked.getRedirectUri() == null) {
            page(response, reason);
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>(Map.of("code", code, "reason", reason));
        UriComponentsBuilder back = UriComponentsBuilder.fromUriString(asked.getRedirectUri())
                .queryParam("error", "{code}").queryParam("error_description", "{reason}");
        if (asked.getState() != null) {
            back.queryParam("state", "{state}");
            values.put("state", asked.getState());
        }
        response.sendRedirect(back.encode().buildAndExpand(values).toUriString());
    }

    void json(HttpServletResponse response, int status, String error, String description) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private static void page(HttpServletResponse response, String reason) throws IOException {
        response.setStatus(400);
        response.setContentType("text/html;charset=UTF-8");
        String html = Template.named("problem").page("Request refused", Map.of("title", "This request cannot be authorized", "detail", reason,
                "hint", "The application that sent you here must be registered with exactly this redirect address, and must name itself."));
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean fromConsent(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && request.getParameter("response_type") == null;
    }

    private static String code(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException known ? known.getError().getErrorCode() : OAuth2ErrorCodes.INVALID_REQUEST;
    }

    private static @Nullable String description(AuthenticationException failure) {
        OAuth2Error error = failure instanceof OAuth2AuthenticationException known ? known.getError() : null;
        String description = error == null ? failure.getMessage() : error.getDescription();
        return description == null ? null : description.replace("OAuth 2.0 Parameter: ", "Missing or invalid parameter: ");
    }
}
