package dev.portico.pax8.connection;

import java.time.Instant;

/** State of the connection to Pax8. */
public sealed interface ConnectionStatus {

    /** Nobody has connected yet, or the connection was taken away. */
    record NotConnected() implements ConnectionStatus {}

    /**
     * Works, as far as is known.
     *
     * @param account name of the account at Pax8, empty if unknown
     * @param by sign-in name of the administrator
     * @param expiresSoon whether Pax8 will ask for a new approval in ten days or less
     */
    record Connected(ConnectionMethod method, String account, Instant since, String by, boolean expiresSoon)
            implements ConnectionStatus {}

    /**
     * Pax8 refuses the credentials; an administrator must connect again. Syncs pause.
     *
     * @param reason a sentence that says what to do
     */
    record ReconnectNeeded(String reason, Instant since) implements ConnectionStatus {}

    /**
     * Somebody connected with another account than before; syncs pause until it is confirmed.
     *
     * @param known account whose data is here, empty if unknown
     * @param found account that is connected now, empty if unknown
     */
    record AccountUnconfirmed(String known, String found) implements ConnectionStatus {}
}
