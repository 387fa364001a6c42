package dev.portico.host.security;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.screen.Audience;

/**
 * What it takes to open a place of the portal.
 *
 * @param permission its key; empty: everybody who signed in
 * @param audience whom it is made for
 */
public record Access(String permission, Audience audience) {

    /** For everyone who holds a permission. */
    public static Access with(String permission) {
        return new Access(permission, Audience.EVERYONE);
    }

    /** Whether it is open to the user at this moment. */
    public boolean admits(CurrentUser user) {
        boolean addressed = switch (audience) {
            case EVERYONE -> true;
            case STAFF -> user.client().isEmpty();
            case CLIENTS -> user.client().isPresent();
        };
        return addressed && (permission.isEmpty() || user.may(permission));
    }
}
