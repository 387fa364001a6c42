package dev.portico.host.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A token endpoint that answers as a test wants. */
final class TokenServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger renewals = new AtomicInteger();
    private volatile int status = 200;
    private volatile String error = "";
    private volatile String contentType = "application/json";
    private volatile String lastRequest = "";

    TokenServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    void refuses(int status, String code) {
        this.status = status;
        this.error = "{\"error\":\"" + code + "\",\"error_description\":\"no\"}";
    }

    void answersHtml(int status) {
        this.status = status;
        this.error = "<html>maintenance</html>";
        this.contentType = "text/html";
    }

    int renewals() {
        return renewals.get();
    }

    String lastRequest() {
        return lastRequest;
    }

    private void answer(HttpExchange exchange) throws IOException {
        lastRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int number = renewals.incrementAndGet();
        byte[] body = (status == 200 ? tokens(number) : error).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String tokens(int number) {
        return """
                {"access_token":"renewed-access-%d","refresh_token":"renewed-refresh-%d",
                 "token_type":"Bearer","expires_in":86400}
                """
                .formatted(number, number);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
