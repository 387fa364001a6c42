package dev.portico.sandbox.faults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Writes the journal. */
final class JournalFilter extends OncePerRequestFilter {

    private final Journal journal;
    private final Clock clock;

    JournalFilter(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Instant start = clock.instant();
        journal.begin(request.getMethod(), request.getRequestURI());
        if (request.getRequestURI().startsWith("/v1/") && !"GET".equals(request.getMethod())) {
            change(request, response, chain, start);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            end(request, Connection.dropped(request) ? 0 : response.getStatus(), start);
        }
    }

    /** why: the answer to a change is written down before it is sent, so that whoever has the answer finds the change in the journal. */
    private void change(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Instant start) throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        int status = 0;
        try {
            chain.doFilter(request, held);
            if (!Connection.dropped(request) && Connection.of(request).gone()) {
                Connection.of(request).drop();
            }
            status = Connection.dropped(request) ? 0 : held.getStatus();
        } finally {
            journal.answered(request, status, status != 0 && request.getAttribute(FaultFilter.SPOILED) == null);
            end(request, status, start);
        }
        if (status != 0) {
            send(request, held);
        }
    }

    private void send(HttpServletRequest request, ContentCachingResponseWrapper held) throws IOException {
        try {
            held.copyBodyToResponse();
            held.getResponse().flushBuffer();
        } catch (IOException hungUp) {
            journal.answered(request, 0, false);
            throw hungUp;
        }
    }

    private void end(HttpServletRequest request, int status, Instant start) {
        String fault = (String) request.getAttribute(FaultFilter.HIT);
        String query = request.getRequestURI().startsWith("/v1/") ? request.getQueryString() : null;
        journal.end(new Journal.Call(start, request.getMethod(), request.getRequestURI(), query, status,
                Duration.between(start, clock.instant()).toMillis(), fault));
    }
}
