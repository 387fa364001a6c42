package dev.portico.host.security.people;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user to create.
 *
 * @param email sign-in name
 * @param name as shown to others
 * @param password in clear, only its hash is kept; null: the user cannot sign in until a password is set
 * @param reach whose data the user may see
 * @param roles ids of roles
 */
public record NewUser(String email, String name, @Nullable String password, Reach reach, Set<UUID> roles) {

    /** A user who sets a password later. */
    public static NewUser withoutPassword(String email, String name, Reach reach, Set<UUID> roles) {
        return new NewUser(email, name, null, reach, roles);
    }

    /** Whose data a user may see. */
    public sealed interface Reach {

        /** Staff that sees every company. */
        record Everything() implements Reach {}

        /** Staff that sees only assigned companies, none if empty. */
        record Assigned(Set<UUID> companies) implements Reach {}

        /** A user of a client company, who sees only that one. */
        record ClientOf(UUID company) implements Reach {}
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewUser[" + email + "]";
    }
}
