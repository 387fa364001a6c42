package dev.portico.sandbox.faults;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fault that is switched on, with what is left of it. */
final class ActiveFault {

    private final String name;
    private final Fault fault;
    private final List<PathPattern> patterns;
    private final CountDownLatch off = new CountDownLatch(1);
    private final SplittableRandom chance;
    private volatile boolean abandoned;
    private int toSkip;
    private int left;
    private int hits;
    private Instant minute = Instant.EPOCH;
    private int callsInMinute;

    ActiveFault(String name, Fault fault) {
        this.name = name;
        this.fault = fault;
        this.patterns = Arrays.stream(fault.paths().split(",")).map(path -> PathPatternParser.defaultInstance.parse(path.trim())).toList();
        this.chance = new SplittableRandom(Objects.requireNonNullElse(fault.seed(), 0L));
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
        if (left == 0 || !matches(request)) {
            return false;
        }
        if (toSkip > 0) {
            toSkip--;
            return false;
        }
        if (chance.nextInt(100) >= Objects.requireNonNullElse(fault.percent(), 100) || belowLimit(now)) {
            return false;
        }
        left = left == Integer.MAX_VALUE ? left : left - 1;
        hits++;
        return true;
    }

    /**
     * Holds a call back for as long as the fault says, or until it is switched off.
     *
     * @return whether the call goes on; it does not if everything was reset meanwhile
     */
    boolean hold() throws IOException {
        try {
            boolean switchedOff = off.await(Objects.requireNonNullElse(fault.millis(), 3000), TimeUnit.MILLISECONDS);
            return !switchedOff || !abandoned;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while holding a call back").initCause(e);
        }
    }

    /** Ends the waiting of the calls that are held back: they go on at once, or never. */
    void release(boolean never) {
        abandoned = never;
        off.countDown();
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
