package dev.portico.sandbox.faults;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What was called: the last calls one by one, and counts of all since the start or the last reset. */
@Component
public class Journal {

    private static final int KEPT = 2_000;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}");

    /**
     * One call.
     *
     * @param query  the query; never that of an OAuth endpoint, because it carries state
     * @param status HTTP status, 0 if the connection was dropped
     * @param fault  the faults that hit it
     */
    public record Call(Instant at, String method, String path, @Nullable String query, int status, long millis, @Nullable String fault) {

        /** Method and path with ids replaced by {id}. */
        public String endpoint() {
            return Journal.endpoint(method, path);
        }
    }

    /**
     * Calls of one endpoint.
     *
     * @param failed how many of them were answered with 400 or above, or not at all
     */
    public record Count(String endpoint, long calls, long failed) {
    }

    private final Deque<Call> last = new ArrayDeque<>();
    private final Map<String, Count> counts = new TreeMap<>();

    /** why: counted before it is answered, so that whoever has the answer finds the call counted. */
    synchronized void begin(String method, String path) {
        counts.merge(endpoint(method, path), new Count(endpoint(method, path), 1, 0),
                (old, one) -> new Count(old.endpoint(), old.calls() + 1, old.failed()));
    }

    synchronized void end(Call call) {
        last.addFirst(call);
        if (last.size() > KEPT) {
            last.removeLast();
        }
        if (call.status() == 0 || call.status() >= 400) {
            counts.computeIfPresent(call.endpoint(), (endpoint, old) -> new Count(endpoint, old.calls(), old.failed() + 1));
        }
    }

    /** The last calls, newest first. */
    public synchronized List<Call> last(int limit) {
        return last.stream().limit(limit).toList();
    }

    /** Counts of every endpoint that was called. */
    public synchronized List<Count> counts() {
        return new ArrayList<>(counts.values());
    }

    /** How often an endpoint such as "GET /v1/companies/{id}" was called. */
    public synchronized long calls(String endpoint) {
        Count count = counts.get(endpoint);
        return count == null ? 0 : count.calls();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        last.clear();
        counts.clear();
    }

    private static String endpoint(String method, String path) {
        return method + " " + ID.matcher(path).replaceAll("{id}");
    }
}
