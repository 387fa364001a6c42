package dev.portico.pax8.connection;

/** How an attempt to connect with API credentials ended. */
public sealed interface ConnectOutcome {

    /** Connected; the first syncs have been asked for. */
    record Connected() implements ConnectOutcome {}

    /** Connected with another account than before; {@link Pax8Connection#confirmAccount()} is needed. */
    record AccountUnconfirmed() implements ConnectOutcome {}

    /**
     * Nothing was stored.
     *
     * @param reason a translated sentence that says what to do
     */
    record Refused(String reason) implements ConnectOutcome {}
}
