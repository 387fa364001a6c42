package dev.portico.sandbox.faults;

import org.jspecify.annotations.Nullable;

/**
 * A fault to switch on. Everything but the kind may be left out.
 *
 * @param kind              what goes wrong
 * @param path              patterns such as /v1/subscriptions or /v1/**, separated by commas
 * @param method            only calls with this HTTP method
 * @param fromPage          only calls for this page (0-based) or a later one
 * @param skip              so many matching calls pass first
 * @param count             so many calls are hit, then the fault ends; without it, until it is switched off
 * @param percent           so many of a hundred matching calls are hit; all if left out
 * @param seed              decides which ones these are: the same seed, the same places in the row of matching calls
 * @param retryAfterSeconds value of the Retry-After header of a 429
 * @param perMinute         calls that pass within a minute, for {@link FaultKind#RATE_LIMIT}; 1000 if left out
 * @param millis            delay, for {@link FaultKind#SLOW} and {@link FaultKind#LATE_ANSWER}; 3000 if left out
 * @param status            status to answer with, for {@link FaultKind#DOWN}; connections are closed if left out
 */
public record Fault(FaultKind kind, @Nullable String path, @Nullable String method, @Nullable Integer fromPage, @Nullable Integer skip,
                    @Nullable Integer count, @Nullable Integer percent, @Nullable Long seed, @Nullable Integer retryAfterSeconds,
                    @Nullable Integer perMinute, @Nullable Integer millis, @Nullable Integer status) {

    /** Refuses a share that is none. */
    public Fault {
        if (percent != null && (percent < 1 || percent > 100)) {
            throw new IllegalArgumentException("percent is from 1 to 100, not " + percent);
        }
    }

    /** This kind of fault on every call it can hit, until it is switched off. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Only on the given paths. */
    public Fault on(String newPath) {
        return new Fault(kind, newPath, method, fromPage, skip, count, percent, seed, retryAfterSeconds, perMinute, millis, status);
    }

    /** Only on calls with the given HTTP method. */
    public Fault method(String newMethod) {
        return new Fault(kind, path, newMethod, fromPage, skip, count, percent, seed, retryAfterSeconds, perMinute, millis, status);
    }

    /** Only from the given page (0-based) on. */
    public Fault fromPage(int page) {
        return new Fault(kind, path, method, page, skip, count, percent, seed, retryAfterSeconds, perMinute, millis, status);
    }

    /** Lets so many matching calls pass first. */
    public Fault skip(int calls) {
        return new Fault(kind, path, method, fromPage, calls, count, percent, seed, retryAfterSeconds, perMinute, millis, status);
    }

    /** Ends after so many calls. */
    public Fault times(int calls) {
        return new Fault(kind, path, method, fromPage, skip, calls, percent, seed, retryAfterSeconds, perMinute, millis, status);
    }

    /** Hits so many of a hundred matching calls, always the same ones for the same seed. */
    public Fault percent(int share, long newSeed) {
        return new Fault(kind, path, method, fromPage, skip, count, share, newSeed, retryAfterSeconds, perMinute, millis, status);
    }

    /** Sends a Retry-After of so many seconds with a 429. */
    public Fault retryAfter(int seconds) {
        return new Fault(kind, path, method, fromPage, skip, count, percent, seed, seconds, perMinute, millis, status);
    }

    /** Lets so many calls pass within a minute. */
    public Fault perMinute(int calls) {
        return new Fault(kind, path, method, fromPage, skip, count, percent, seed, retryAfterSeconds, calls, millis, status);
    }

    /** Delays by so many milliseconds. */
    public Fault millis(int delay) {
        return new Fault(kind, path, method, fromPage, skip, count, percent, seed, retryAfterSeconds, perMinute, delay, status);
    }

    /** Answers with this status instead of closing connections. */
    public Fault status(int code) {
        return new Fault(kind, path, method, fromPage, skip, count, percent, seed, retryAfterSeconds, perMinute, millis, code);
    }

    /** The paths it hits. */
    public String paths() {
        return path == null || path.isBlank() ? kind.defaultPath() : path;
    }
}
