package dev.portico.host.security.people;

import java.time.Instant;
import java.util.UUID;

/**
 * A user of a client company, as administrators see it.
 *
 * @param role names of the roles, divided by commas
 * @param invitedUntil when the newest link expires; the epoch if there never was one
 * @param changedAt last change of the account
 */
public record ClientUser(
        UUID id, String name, String email, String role, State state, Instant invitedUntil, Instant changedAt) {

    /** How far an account has come. */
    public enum State {
        /** Can sign in. */
        ACTIVE,
        /** Has a link and has not used it yet. */
        INVITED,
        /** Has not used the link in time. */
        EXPIRED,
        /** Is kept out. */
        DEACTIVATED
    }
}
