package dev.portico.host.jobs.dashboard;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A request of the portal as JobRunr's handlers want to see it, and their answer as the browser shall see it. */
class DashboardExchange extends HttpExchange {

    // why: they are meant for JobRunr's own server, which would answer other sites too
    private static final Set<String> DROPPED =
            Set.of("Access-control-allow-methods", "Connection", "Charset", "Language");
    private static final String POLICY = "Content-Security-Policy";
    private static final String OWN_POLICY =
            """
            ; connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; \
            frame-src 'none'; form-action 'none'; frame-ancestors 'self'""";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final URI address;
    private final OutputStream body;
    private final Headers headers = new Headers();
    private int status = -1;

    DashboardExchange(HttpServletRequest request, HttpServletResponse response, URI address, OutputStream body) {
        this.request = request;
        this.response = response;
        this.address = address;
        this.body = body;
    }

    @Override
    public void sendResponseHeaders(int status, long length) {
        this.status = status;
        response.setStatus(status);
        headers.forEach((name, values) -> {
            if (!DROPPED.contains(name) && !name.equalsIgnoreCase(POLICY)) {
                response.setHeader(name, String.join(", ", values));
            }
        });
        List<String> policy = headers.getOrDefault(POLICY, List.of("default-src 'none'"));
        response.setHeader(POLICY, String.join("; ", policy) + OWN_POLICY);
    }

    @Override
    public Headers getResponseHeaders() {
        return headers;
    }

    @Override
    public OutputStream getResponseBody() {
        return body;
    }

    @Override
    public int getResponseCode() {
        return status;
    }

    @Override
    public URI getRequestURI() {
        return address;
    }

    @Override
    public String getRequestMethod() {
        return request.getMethod();
    }

    @Override
    public Headers getRequestHeaders() {
        return new Headers();
    }

    @Override
    public InputStream getRequestBody() {
        return InputStream.nullInputStream();
    }

    @Override
    public String getProtocol() {
        return request.getProtocol();
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return InetSocketAddress.createUnresolved(request.getRemoteHost(), request.getRemotePort());
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return InetSocketAddress.createUnresolved(request.getLocalName(), request.getLocalPort());
    }

    @Override
    public void close() {
        // the servlet container ends the response
    }

    @Override
    public HttpContext getHttpContext() {
        throw new UnsupportedOperationException("There is no server of JobRunr's own");
    }

    @Override
    public HttpPrincipal getPrincipal() {
        throw new UnsupportedOperationException("The portal has signed the user in");
    }

    @Override
    public Object getAttribute(String name) {
        throw new UnsupportedOperationException("No attributes");
    }

    @Override
    public void setAttribute(String name, Object value) {
        throw new UnsupportedOperationException("No attributes");
    }

    @Override
    public void setStreams(InputStream in, OutputStream out) {
        throw new UnsupportedOperationException("The streams are the servlet's");
    }
}
