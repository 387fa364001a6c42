package dev.portico.pax8.licensing.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an action has done, with what is needed to take it back. */
public final class CatalogChange {

    private final CatalogAction action;
    private final long asked;
    private final long hidden;
    private final Instant at;
    private final String by;
    private final List<Before> before;

    CatalogChange(CatalogAction action, long asked, long hidden, Instant at, String by, List<Before> before) {
        this.action = action;
        this.asked = asked;
        this.hidden = hidden;
        this.at = at;
        this.by = by;
        this.before = List.copyOf(before);
    }

    /** What was done. */
    public CatalogAction action() {
        return action;
    }

    /** How many products it changed. */
    public int changed() {
        return before.size();
    }

    /** How many products it was for; those that it did not change stood as wanted already, or are {@link #hidden()}. */
    public long asked() {
        return asked;
    }

    /** How many of those it was for are hidden now, and for that reason not featured. */
    public long hidden() {
        return hidden;
    }

    Instant at() {
        return at;
    }

    String by() {
        return by;
    }

    List<Before> before() {
        return before;
    }

    /**
     * How a product stood.
     *
     * @param visible null: not decided
     * @param entered whether there was an entry
     */
    record Before(UUID id, @Nullable Boolean visible, boolean featured, boolean entered) {}
}
