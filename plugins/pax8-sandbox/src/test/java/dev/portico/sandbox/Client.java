package dev.portico.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls a sandbox as its clients do. */
public final class Client {

    private static final JsonMapper JSON = new JsonMapper();

    /** An answer with its body as text and, where it is JSON, as a tree. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final String baseUrl;
    private @Nullable String token;

    public Client(RunningSandbox sandbox) {
        this.baseUrl = sandbox.baseUrl();
        this.token = sandbox.accessToken();
    }

    public Client with(@Nullable String newToken) {
        token = newToken;
        return this;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, "application/json");
    }

    public Answer send(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        return send(method, path, body, "application/json");
    }

    public Answer send(String method, String path, @Nullable String body, String contentType, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(Duration.ofSeconds(20))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }
}
