package dev.portico.sandbox.faults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

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
        try {
            chain.doFilter(request, response);
        } finally {
            String fault = (String) request.getAttribute(FaultFilter.HIT);
            String query = request.getRequestURI().startsWith("/v1/") ? request.getQueryString() : null;
            journal.end(new Journal.Call(start, request.getMethod(), request.getRequestURI(), query, Connection.dropped(request) ? 0 : response.getStatus(),
                    Duration.between(start, clock.instant()).toMillis(), fault));
        }
    }
}
