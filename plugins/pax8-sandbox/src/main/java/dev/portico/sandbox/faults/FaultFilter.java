package dev.portico.sandbox.faults;

import dev.portico.sandbox.behaviour.Switches;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Lets calls go wrong before anything else sees them. */
final class FaultFilter extends OncePerRequestFilter {

    /** Request attribute: the names of the faults that hit the call. */
    static final String HIT = FaultFilter.class.getName() + ".hit";

    /** Request attribute: set if what is sent is not the true answer of a call that was executed. */
    static final String SPOILED = FaultFilter.class.getName() + ".spoiled";

    private static final String GATEWAY_PAGE = """
            <html><head><title>503 Service Temporarily Unavailable</title></head>
            <body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>cloudfront</center></body></html>
            """;
    private static final String SOME_PAGE = """
            <!doctype html><html><head><title>Pax8</title></head><body><div id="root">Please enable JavaScript to use this app.</div></body></html>
            """;

    private final Faults faults;
    private final Switches switches;

    FaultFilter(Faults faults, Switches switches) {
        this.faults = faults;
        this.switches = switches;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/v1/")) {
            pause(switches.now().latencyMillis());
        }
        HttpServletRequest call = request;
        for (ActiveFault active : faults.hitting(request)) {
            Object before = request.getAttribute(HIT);
            request.setAttribute(HIT, before == null ? active.name() : before + ", " + active.name());
            if (active.fault().kind() != FaultKind.SLOW) {
                answer(active, call, response, chain);
                return;
            }
            call = HeldRequest.of(call);
            if (!active.hold()) {
                Connection.of(request).drop();
                return;
            }
        }
        chain.doFilter(call, response);
    }

    private void answer(ActiveFault active, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Fault fault = active.fault();
        switch (fault.kind()) {
            case TOO_MANY_REQUESTS, RATE_LIMIT -> {
                if (fault.retryAfterSeconds() != null) {
                    response.setIntHeader("Retry-After", fault.retryAfterSeconds());
                }
                error(request, response, 429, "TOO_MANY_REQUESTS", "Too many requests hit the API quickly");
            }
            case SERVER_ERROR -> serverError(request, response);
            case SERVER_ERROR_AFTER -> {
                chain.doFilter(request, new ContentCachingResponseWrapper(response));
                request.setAttribute(SPOILED, true);
                serverError(request, response);
            }
            case LATE_ANSWER -> {
                ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
                chain.doFilter(request, whole);
                if (active.hold()) {
                    whole.copyBodyToResponse();
                } else {
                    Connection.of(request).drop();
                }
            }
            case UNAVAILABLE -> send(response, 503, "text/html;charset=UTF-8", GATEWAY_PAGE);
            case HTML -> send(response, 200, "text/html;charset=UTF-8", SOME_PAGE);
            case TRUNCATED -> truncate(request, response, chain);
            case DROP -> Connection.of(request).drop();
            case DROP_AFTER -> {
                chain.doFilter(request, new ContentCachingResponseWrapper(response));
                Connection.of(request).drop();
            }
            case DOWN -> {
                if (fault.status() == null) {
                    Connection.of(request).drop();
                } else {
                    send(response, fault.status(), "text/html;charset=UTF-8", GATEWAY_PAGE);
                }
            }
            case UNAUTHORIZED -> send(response, 401, MediaType.APPLICATION_JSON_VALUE, """
                    {"error":"invalid_token","error_description":"The access token is invalid, expired or revoked"}""");
            case FORBIDDEN -> error(request, response, 403, "FORBIDDEN", "Invalid companyId");
            case SLOW -> throw new IllegalStateException("delays are no answers");
        }
    }

    private static void truncate(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, whole);
        byte[] body = whole.getContentAsByteArray();
        request.setAttribute(SPOILED, true);
        byte[] half = Arrays.copyOf(body, body.length / 2);
        response.setContentLength(half.length);
        response.getOutputStream().write(half);
    }

    private static void serverError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(response, 500, MediaType.APPLICATION_JSON_VALUE, """
                {"type":"INTERNAL_SERVER_ERROR","message":"An unexpected error occurred","instance":"/public%s","status":500,"details":[],"traceId":"%s"}"""
                .formatted(quoted(request.getRequestURI()), UUID.randomUUID().toString().replace("-", "")));
    }

    private void error(HttpServletRequest request, HttpServletResponse response, int status, String type, String message) throws IOException {
        send(response, status, MediaType.APPLICATION_JSON_VALUE, switches.now().flatErrors() && status != 403
                ? "{\"errors\":[\"%s\"]}".formatted(message)
                : "{\"type\":\"%s\",\"message\":\"%s\",\"instance\":\"/public%s\",\"status\":%d,\"details\":[]}"
                        .formatted(type, message, quoted(request.getRequestURI()), status));
    }

    private static void send(HttpServletResponse response, int status, String contentType, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String path) {
        return path.replaceAll("[\"\\\\]", "");
    }

    private static void pause(int millis) throws IOException {
        if (millis == 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while delaying an answer").initCause(e);
        }
    }
}
