package dev.portico.host.oauth;

import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.web.client.DefaultResponseErrorHandler;

/**
 * Reads refusals of a token endpoint. RFC 6749 wants status 400 or 401, Auth0 also sends 403; Spring's own handler reads
 * the body at 400 only and would take the others for an unreachable service.
 */
class TokenErrors extends DefaultResponseErrorHandler {

    private final OAuth2ErrorHttpMessageConverter body = new OAuth2ErrorHttpMessageConverter();

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
        if (response.getStatusCode().is4xxClientError()) {
            throw new OAuth2AuthorizationException(read(url, method, response));
        }
        super.handleError(url, method, response);
    }

    private OAuth2Error read(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
        try {
            OAuth2Error error = body.read(OAuth2Error.class, response);
            // why: without the description, which is the other side's text and ends up in an address
            return new OAuth2Error(
                    error.getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED)
                            ? OAuth2ErrorCodes.INVALID_CLIENT // why: what Auth0 calls a wrong client secret
                            : error.getErrorCode());
        } catch (HttpMessageNotReadableException e) {
            super.handleError(url, method, response);
            throw e;
        }
    }
}
