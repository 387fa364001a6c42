package dev.portico.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can go wrong. */
public enum FaultKind {
    TOO_MANY_REQUESTS("429 Too many requests", "with Retry-After if seconds are given"),
    RATE_LIMIT("429 above a limit", "after so many calls within a minute"),
    SERVER_ERROR("500 with a traceId", "an error of Pax8's own; nothing is executed"),
    SERVER_ERROR_AFTER("500 although executed", "the call is executed, its answer is an error"),
    UNAVAILABLE("503 with an HTML body", "as a gateway answers for a service that is away"),
    HTML("200 with HTML", "a page instead of JSON"),
    TRUNCATED("Truncated JSON", "the first half of the true answer"),
    SLOW("Slow answers", "first the delay, then the call is executed and answered, also when nobody waits any more"),
    LATE_ANSWER("Late answers", "the call is executed at once and answered later"),
    DROP("Dropped connection", "closed without an answer; nothing is executed"),
    DROP_AFTER("Dropped although executed", "the call is executed, then the connection closes without an answer"),
    DOWN("Pax8 is down", "API and OAuth: every connection is closed, or answered with the given status"),
    UNAUTHORIZED("401 Unauthorized", "although the token is live"),
    FORBIDDEN("403 Forbidden", "as for a foreign company");

    /** API and OAuth, but not the control pages. */
    static final String EVERYTHING = "/v1/**,/oauth/**,/authorize";

    private final String label;
    private final String meaning;

    FaultKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** Its name in the control API, for example too-many-requests. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What it does, for people. */
    public String meaning() {
        return meaning;
    }

    /** The paths it hits where nothing else is said. */
    public String defaultPath() {
        return this == DOWN ? EVERYTHING : "/v1/**";
    }

    /**
     * The kind with the given id.
     *
     * @throws IllegalArgumentException naming the known kinds
     */
    @JsonCreator
    public static FaultKind of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "There is no fault '" + id + "'; there are " + Arrays.stream(values()).map(FaultKind::id).collect(Collectors.joining(", "))));
    }
}
