package dev.portico.pax8.licensing.rules;

/** The rule that decided a request. Each has a text {@code decision.<name in kebab case>}. */
public enum Rule {
    SELF_SERVICE_OFF(Outcome.REFUSED),
    NOT_POSITIVE(Outcome.REFUSED),
    NO_CHANGE(Outcome.REFUSED),
    OUTSIDE_LIMITS(Outcome.REFUSED),
    ANOTHER_OPEN(Outcome.REFUSED),
    VENDOR_ALWAYS_ASKS(Outcome.HELD),
    /** Some vendors always ask, and whose product this is has not been synced yet: it may be one of theirs. */
    VENDOR_UNKNOWN(Outcome.HELD),
    SUBSCRIPTION_ASKS(Outcome.HELD),
    APPROVAL_BY_DEFAULT(Outcome.HELD),
    NO_SEATS_NOW(Outcome.HELD),
    ABOVE_THRESHOLD(Outcome.HELD),
    WITHIN_THRESHOLD(Outcome.APPLIED),
    /** Staff that may manage licensing needs no approval; never comes out of {@link Decision#of}. */
    STAFF_DECIDES(Outcome.APPLIED);

    private final Outcome outcome;

    Rule(Outcome outcome) {
        this.outcome = outcome;
    }

    /** What becomes of the request. */
    public Outcome outcome() {
        return outcome;
    }

    /** What becomes of a request. */
    public enum Outcome {
        /** Is not made. */
        REFUSED,
        /** Waits for an approval. */
        HELD,
        /** Goes to Pax8 at once. */
        APPLIED
    }
}
