package dev.portico.sandbox.faults;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A fault that is switched on, with what is left of it. */
final class ActiveFault {

    private final String name;
    private final Fault fault;
    private final List<PathPattern> patterns;
    private int toSkip;
    private int left;
    private int hits;
    private Instant minute = Instant.EPOCH;
    private int callsInMinute;

    ActiveFault(String name, Fault fault) {
        this.name = name;
        this.fault = fault;
        this.patterns = Arrays.stream(fault.paths().split(",")).map(path -> PathPatternParser.defaultInstance.parse(path.trim())).toList();
        this.toSkip = Objects.requireNonNullElse(fault.skip(), 0);
        this.left = Objects.requireNonNullElse(fault.count(), Integer.MAX_VALUE);
    }

    String name() {
        return name;
    }

    Fault fault() {
        return fault;
    }

    synchronized int hits() {
        return hits;
    }

    synchronized boolean over() {
        return left == 0;
    }

    /** Whether this call is hit; if so, it counts. */
    synchronized boolean hit(HttpServletRequest request, Instant now) {
        if (left == 0 || !matches(request) || toSkip-- > 0 || belowLimit(now)) {
            return false;
        }
        toSkip = 0;
        left = left == Integer.MAX_VALUE ? left : left - 1;
        hits++;
        return true;
    }

    private boolean matches(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return patterns.stream().anyMatch(pattern -> pattern.matches(path))
                && (fault.method() == null || fault.method().equalsIgnoreCase(request.getMethod()))
                && (fault.fromPage() == null || page(request) >= fault.fromPage());
    }

    private boolean belowLimit(Instant now) {
        if (fault.kind() != FaultKind.RATE_LIMIT) {
            return false;
        }
        Instant current = now.truncatedTo(ChronoUnit.MINUTES);
        if (!current.equals(minute)) {
            minute = current;
            callsInMinute = 0;
        }
        return ++callsInMinute <= Objects.requireNonNullElse(fault.perMinute(), 1000);
    }

    private static int page(HttpServletRequest request) {
        String page = request.getParameter("page");
        return page != null && page.matches("\\d{1,9}") ? Integer.parseInt(page) : 0;
    }
}
