package dev.portico.pax8.licensing.trial;

import dev.portico.pax8.licensing.rules.Decision;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What settings would have done with requests of the past. */
public final class Replay {

    /** The most differences that are told one by one. */
    static final int MOST_TOLD = 200;

    private final Map<Outcome, Long> was = counts();
    private final Map<Outcome, Long> wouldBe = counts();
    private final List<Difference> differences = new ArrayList<>();
    private long requests;
    private long differing;

    void add(Past past, Decision decision) {
        requests++;
        was.merge(past.outcome(), 1L, Long::sum);
        wouldBe.merge(decision.outcome(), 1L, Long::sum);
        if (past.outcome() != decision.outcome()) {
            differing++;
            if (differences.size() < MOST_TOLD) {
                differences.add(new Difference(past, decision));
            }
        }
    }

    /** How many requests there were. */
    public long requests() {
        return requests;
    }

    /** How many of them had that outcome. */
    public long was(Outcome outcome) {
        return was.getOrDefault(outcome, 0L);
    }

    /** How many of them would have that outcome. */
    public long wouldBe(Outcome outcome) {
        return wouldBe.getOrDefault(outcome, 0L);
    }

    /** How many would have another outcome. */
    public long differing() {
        return differing;
    }

    /** Those, newest first; not all if there are very many. */
    public List<Difference> differences() {
        return Collections.unmodifiableList(differences);
    }

    private static Map<Outcome, Long> counts() {
        return new EnumMap<>(Outcome.class);
    }

    /**
     * A request of the past.
     *
     * @param number what people call it
     * @param from seats that it was decided on
     * @param to seats that it asked for
     */
    public record Past(long number, String company, String product, long from, long to, Outcome outcome) {}

    /** A request whose outcome would be another. */
    public record Difference(Past past, Decision wouldBe) {}
}
