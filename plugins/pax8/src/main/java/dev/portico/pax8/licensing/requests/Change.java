package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.licensing.requests.RequestState.Step;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.SqlParameterValue;

/** A step of a request with what it changes beside the state; {@link RequestStore} carries it out. */
public final class Change {

    private final Step step;
    private final String actor;
    private final String text;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Change(Step step, String actor, String text) {
        this.step = step;
        this.actor = actor;
        this.text = text;
        problem("");
    }

    /**
     * A step.
     *
     * @param actor sign-in name, or {@code system}
     * @param text what happened, readable
     */
    public static Change of(Step step, String actor, String text) {
        return new Change(step, actor, text);
    }

    /** Notes who decided, when, and with which words. */
    public Change decided(Instant at, String note) {
        return set("decided_by", actor).set("decided_at", time(at)).set("decision_note", note);
    }

    /** The day before which nothing is written; empty for at once. */
    public Change scheduledFor(Optional<Instant> day) {
        return set("scheduled_for", time(day));
    }

    /** The number of seats that it stands on from now. */
    public Change base(long seats) {
        return set("base_seats", seats);
    }

    /** When a write was about to be sent, for the how manieth time; looks are counted anew. */
    public Change sent(Instant at, int sends) {
        return set("sent_at", time(at)).set("sends", sends).set("checks", 0).set("accepted_at", time(Optional.empty()));
    }

    /** As if nothing had ever been sent. */
    public Change unsent() {
        return set("sent_at", time(Optional.empty()))
                .set("sends", 0)
                .set("checks", 0)
                .set("accepted_at", time(Optional.empty()));
    }

    /** When the push goes on with it; empty for as soon as it can. */
    public Change lookAgain(Optional<Instant> at) {
        return set("look_again_at", time(at));
    }

    /** Why it is not done; without it there is no reason any more. */
    public Change problem(String problem) {
        return set("problem", problem);
    }

    Step step() {
        return step;
    }

    String actor() {
        return actor;
    }

    String text() {
        return text;
    }

    Map<String, Object> values() {
        return values;
    }

    private Change set(String column, Object value) {
        values.put(column, value);
        return this;
    }

    private static Object time(Instant instant) {
        return time(Optional.of(instant));
    }

    private static Object time(Optional<Instant> instant) {
        return new SqlParameterValue(
                Types.TIMESTAMP_WITH_TIMEZONE, instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
    }
}
