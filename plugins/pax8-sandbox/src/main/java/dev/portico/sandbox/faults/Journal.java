package dev.portico.sandbox.faults;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What was called and what was changed: the last calls one by one, counts and changes of all since the start or the last reset. */
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

    /**
     * A quantity that was changed, or set to what it was. Whatever was executed is here, whether its caller ever heard of it or not.
     *
     * @param by        api (a PUT), order (a new subscription) or control (from outside of the portal)
     * @param answer    the status that was sent; 0 if none could be, null as long as the call is not answered
     * @param delivered whether the true answer went out to a client that was still there
     * @param fault     the faults that hit the call
     */
    public record Change(Instant at, String subscription, int from, int to, String by, @Nullable Integer answer, boolean delivered,
                         @Nullable String fault) {
    }

    /** A change with what becomes of its answer. */
    private static final class Entry {

        private Change change;

        private Entry(Change change) {
            this.change = change;
        }
    }

    private static final String CHANGES = Journal.class.getName() + ".changes";

    private final Clock clock;
    private final List<Entry> changes = new ArrayList<>();
    private final Deque<Call> last = new ArrayDeque<>();
    private final Map<String, Count> counts = new TreeMap<>();

    Journal(Clock clock) {
        this.clock = clock;
    }

    /** Notes that a call of the API has changed a quantity; to be called where it happens, under the lock of the data. */
    public void executed(HttpServletRequest request, String subscription, int from, int to) {
        String by = "POST".equals(request.getMethod()) ? "order" : "api";
        Entry entry = add(new Change(clock.instant(), subscription, from, to, by, null, false, (String) request.getAttribute(FaultFilter.HIT)));
        @SuppressWarnings("unchecked")
        List<Entry> ofRequest = (List<Entry>) request.getAttribute(CHANGES);
        if (ofRequest == null) {
            ofRequest = new ArrayList<>();
            request.setAttribute(CHANGES, ofRequest);
        }
        ofRequest.add(entry);
    }

    /** Notes that a quantity was changed from outside of the portal. */
    public void changedOutside(String subscription, int from, int to) {
        add(new Change(clock.instant(), subscription, from, to, "control", null, true, null));
    }

    /** Every executed change of a quantity since the start or the last reset, newest first. */
    public synchronized List<Change> changes() {
        return changes.reversed().stream().map(entry -> entry.change).toList();
    }

    /** Every executed change of the quantity of one subscription, newest first. */
    public List<Change> changes(String subscription) {
        return changes().stream().filter(change -> change.subscription().equals(subscription)).toList();
    }

    private synchronized Entry add(Change change) {
        Entry entry = new Entry(change);
        changes.add(entry);
        return entry;
    }

    /** What became of the answer to the call that has made these changes. */
    synchronized void answered(HttpServletRequest request, int status, boolean delivered) {
        @SuppressWarnings("unchecked")
        List<Entry> ofRequest = (List<Entry>) request.getAttribute(CHANGES);
        if (ofRequest != null) {
            ofRequest.forEach(entry -> entry.change = new Change(entry.change.at(), entry.change.subscription(), entry.change.from(),
                    entry.change.to(), entry.change.by(), status, delivered, entry.change.fault()));
        }
    }

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
        changes.clear();
        last.clear();
        counts.clear();
    }

    private static String endpoint(String method, String path) {
        return method + " " + ID.matcher(path).replaceAll("{id}");
    }
}
