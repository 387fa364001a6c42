package dev.portico.host.plugins;

import dev.portico.host.security.Browser;
import dev.portico.host.security.PortalUser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in to a running portal and opens its pages, as a browser does it. */
final class PortalVisitor {

    private static final JsonMapper JSON = new JsonMapper();

    private final Browser browser;

    PortalVisitor(int port, PortalUser user, String password) {
        browser = new Browser(port);
        HttpResponse<String> signedIn = browser.signIn(user.email(), password);
        if (signedIn.statusCode() != 302) {
            throw new IllegalStateException("Not signed in: " + signedIn.statusCode());
        }
    }

    /**
     * A page that was opened.
     *
     * @param statuses of the answers of the portal
     * @param text what the server told the browser to show
     * @param took from the first request to the last answer
     */
    record Visit(String path, List<Integer> statuses, String text, Duration took) {

        boolean answers() {
            return statuses.stream().allMatch(status -> status == 200);
        }
    }

    /** Loads a page, lets the server build its view, and closes the window. */
    Visit visit(String path) {
        long start = System.nanoTime();
        List<Integer> statuses = new ArrayList<>();
        Window window = open(path, statuses);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        window.close();
        return new Visit(path, statuses, window.text(), took);
    }

    /** Loads a page and leaves its window open. */
    Window open(String path) {
        return open(path, new ArrayList<>());
    }

    private Window open(String path, List<Integer> statuses) {
        statuses.add(browser.get("/" + path).statusCode());
        String location = URLEncoder.encode(path, StandardCharsets.UTF_8);
        HttpResponse<String> init = browser.get("/?v-r=init&location=" + location + "&query=");
        statuses.add(init.statusCode());
        JsonNode config = JSON.readTree(init.body()).path("appConfig");
        Window window = new Window(
                config.path("v-uiId").asInt(), config.path("uidl").path("Vaadin-Security-Key").asString());
        HttpResponse<String> built = window.navigate(path);
        statuses.add(built.statusCode());
        return window;
    }

    /** An open window. */
    final class Window {

        private final int number;
        private final String key;
        private String text = "";

        private Window(int number, String key) {
            this.number = number;
            this.key = key;
        }

        private HttpResponse<String> navigate(String path) {
            String event = """
                    {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1,
                     "event": "ui-navigate", "data": {"route": "%s", "query": "", "appShellTitle": "",
                     "historyState": null, "trigger": ""}}]}
                    """.formatted(key, path);
            HttpResponse<String> answer = browser.postJson("/?v-r=uidl&v-uiId=" + number, event);
            text = answer.body();
            return answer;
        }

        String text() {
            return text;
        }

        void close() {
            browser.postJson("/?v-r=uidl&v-uiId=" + number, "{\"csrfToken\": \"" + key + "\", \"rpc\": [], \"UNLOAD\": true}");
        }
    }
}
