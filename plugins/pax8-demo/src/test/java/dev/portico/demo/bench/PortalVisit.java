package dev.portico.demo.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Primary Admin with a browser that follows redirects and fills in the forms of the portal and the sandbox. */
final class PortalVisit implements AutoCloseable {

    private static final String PASSWORD = "portico-demo";
    private static final Pattern FORM =
            Pattern.compile("(?s)<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String portal;

    PortalVisit(String portal) {
        this.portal = portal;
    }

    void signIn() throws IOException, InterruptedException {
        post(
                URI.create(portal + "/login"),
                List.of(field("username", "admin@example.com"), field("password", PASSWORD)));
    }

    /** Connects Pax8 by way of the sandbox's sign-in and consent. */
    void connectPax8() throws IOException, InterruptedException {
        HttpResponse<String> login = get(portal + "/oauth2/authorization/pax8");
        HttpResponse<String> consent =
                submit(login, 0, Map.of("email", "partner@example.com", "password", PASSWORD));
        int last = (int) FORM.matcher(consent.body()).results().count() - 1;
        HttpResponse<String> back = submit(consent, last, Map.of());
        if (!back.uri().toString().endsWith("?connected")) {
            throw new IllegalStateException("Pax8 was not connected: " + back.uri());
        }
    }

    /** Starts a job by hand, as the jobs screen does. */
    void trigger(String recurringId) throws IOException, InterruptedException {
        URI address = URI.create(portal + "/jobs/api/recurring-jobs/" + recurringId + "/trigger");
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address)
                .header("Origin", portal)
                .POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("The job was not started: " + answer.statusCode());
        }
    }

    private HttpResponse<String> submit(HttpResponse<String> page, int form, Map<String, String> filled)
            throws IOException, InterruptedException {
        Matcher found = FORM.matcher(page.body());
        for (int i = 0; i <= form; i++) {
            if (!found.find()) {
                throw new IllegalStateException("There is no such form at " + page.uri().getPath());
            }
        }
        List<String> fields = new ArrayList<>();
        HIDDEN.matcher(found.group(2)).results().forEach(field -> fields.add(field(field.group(1), field.group(2))));
        filled.forEach((name, value) -> fields.add(field(name, value)));
        return post(page.uri().resolve(found.group(1)), fields);
    }

    private HttpResponse<String> post(URI address, List<String> fields) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields))));
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String field(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
