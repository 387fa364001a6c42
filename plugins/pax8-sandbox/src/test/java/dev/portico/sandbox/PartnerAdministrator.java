package dev.portico.sandbox;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A partner's administrator with a browser: signs in at the sandbox and accepts or denies what an application asks for. */
public final class PartnerAdministrator {

    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    /** The forms of the consent page, in their order. */
    private static final int NOT_ME = 1;
    private static final int DENY = 2;
    private static final int ACCEPT = 3;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build();
    private final String email;

    /** The administrator of the first partner account. */
    public PartnerAdministrator() {
        this("partner@example.com");
    }

    /** The administrator with the given address: partner@example.com, or other@example.com of another partner. */
    public PartnerAdministrator(String email) {
        this.email = email;
    }

    /** Follows a request for authorization, accepts, and returns where the browser is sent back to. */
    public URI accepts(URI request) throws IOException, InterruptedException {
        return decide(request, ACCEPT);
    }

    /** Follows a request for authorization, denies, and returns where the browser is sent back to. */
    public URI denies(URI request) throws IOException, InterruptedException {
        return decide(request, DENY);
    }

    /** Follows a request for authorization as far as the consent page, says "not me" there, and returns where that leads. */
    public URI signsOut(URI request) throws IOException, InterruptedException {
        return decide(request, NOT_ME);
    }

    /** Opens an address without following redirects. */
    public HttpResponse<String> opens(URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI decide(URI request, int decision) throws IOException, InterruptedException {
        HttpResponse<String> response = opens(request);
        URI at = request;
        while (response.statusCode() / 100 == 3) {
            at = at.resolve(response.headers().firstValue("Location").orElseThrow());
            if (!at.getAuthority().equals(request.getAuthority())) {
                return at;
            }
            response = opens(at);
            if (at.getPath().equals("/login") && response.statusCode() == 200) {
                Map<String, List<String>> signIn = fields(response.body());
                signIn.put("email", List.of(email));
                signIn.put("password", List.of("portico-demo"));
                response = post(at, signIn);
            } else if (at.getPath().equals("/consent") && response.statusCode() == 200) {
                String chosen = response.body().split("<form ")[decision];
                at = at.resolve(decision == NOT_ME ? "/logout" : "/authorize");
                response = post(at, fields(chosen));
                if (decision == NOT_ME) {
                    return at.resolve(response.headers().firstValue("Location").orElseThrow());
                }
            }
        }
        throw new IllegalStateException("Stopped at " + at + " with status " + response.statusCode() + ": " + response.body());
    }

    private HttpResponse<String> post(URI address, Map<String, List<String>> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return browser.send(HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, List<String>> fields(String html) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Matcher found = FIELD.matcher(html);
        while (found.find()) {
            fields.computeIfAbsent(found.group(1), name -> new ArrayList<>()).add(found.group(2).replace("&#x3D;", "=").replace("&amp;", "&"));
        }
        return fields;
    }
}
