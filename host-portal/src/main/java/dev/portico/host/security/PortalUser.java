package dev.portico.host.security;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of a signed-in user. It carries no permissions: those are read from the database at each check, so a
 * change takes effect without a new sign-in.
 *
 * @param id stays when the e-mail address changes
 * @param email sign-in name
 * @param password its hash, or null if the user does not sign in by form
 * @param enabled at the time of sign-in
 */
public record PortalUser(UUID id, String email, @Nullable String password, boolean enabled) implements UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /** Leaves the hash out, since principals reach sessions and logs. */
    @Override
    public String toString() {
        return email;
    }
}
