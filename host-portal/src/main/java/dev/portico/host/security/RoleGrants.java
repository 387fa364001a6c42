package dev.portico.host.security;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Permissions that roles hold, by key. */
@Component
public class RoleGrants {

    private final JdbcClient jdbc;

    RoleGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often roles hold one of these permissions. */
    public long count(Set<String> permissions) {
        return jdbc.sql("select count(*) from portal.role_permission where permission = any(:keys)")
                .param("keys", permissions.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Takes these permissions from all roles. */
    public void revoke(Set<String> permissions) {
        jdbc.sql("delete from portal.role_permission where permission = any(:keys)")
                .param("keys", permissions.toArray(String[]::new))
                .update();
    }
}
