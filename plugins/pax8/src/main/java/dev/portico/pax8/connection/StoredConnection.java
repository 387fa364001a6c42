package dev.portico.pax8.connection;

import java.time.Instant;

/**
 * The row of table {@code connection}.
 *
 * @param account whose data is here, empty if unknown
 * @param newAccount the account that waits for confirmation, empty if unknown or none waits
 * @param reason why an administrator is needed, else empty
 */
record StoredConnection(
        State state,
        ConnectionMethod method,
        String account,
        String newAccount,
        String reason,
        Instant connectedAt,
        String connectedBy,
        Instant changedAt) {

    /** Where the connection stands; no row means that nobody ever connected. */
    enum State {
        CONNECTED,
        RECONNECT_NEEDED,
        ACCOUNT_UNCONFIRMED,
        DISCONNECTED
    }
}
