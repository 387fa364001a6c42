package dev.portico.host.security.signin;

import dev.portico.host.security.PortalUser;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the users who sign in by form. */
@Component
class StoredUsers implements UserDetailsService {

    private final JdbcClient jdbc;

    StoredUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return jdbc.sql("""
                        select id, email, password_hash, enabled from portal.app_user
                        where lower(email) = lower(:email) and password_hash is not null
                        """)
                .param("email", email.strip())
                .query((row, number) -> new PortalUser(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("password_hash"),
                        row.getBoolean("enabled")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("There is no such user"));
    }
}
