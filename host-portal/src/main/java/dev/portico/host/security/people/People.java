package dev.portico.host.security.people;

import dev.portico.host.security.PortalUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How users are called. */
@Service
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user's name, or the sign-in name of one who is gone. */
    public String nameOf(PortalUser user) {
        return jdbc.sql("select name from portal.app_user where id = :id")
                .param("id", user.id())
                .query(String.class)
                .optional()
                .orElse(user.email());
    }
}
