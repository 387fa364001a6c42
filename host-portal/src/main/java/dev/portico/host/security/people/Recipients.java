package dev.portico.host.security.people;

import dev.portico.host.security.Permission;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whom a matter concerns: enabled users, by what they may see and do at this moment. */
@Service
public class Recipients {

    private static final String HOLDS = """
             and exists (
                select from portal.user_role ur
                join portal.role r on r.id = ur.role_id
                where ur.user_id = u.id and (r.builtin or exists (
                    select from portal.role_permission rp
                    where rp.role_id = r.id and rp.permission in (:keys))))
            """;

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user of that sign-in name, if there is one. */
    public List<UUID> named(String signInName) {
        return jdbc.sql("select id from portal.app_user where lower(email) = lower(:name) and enabled")
                .param("name", signInName.strip())
                .query(UUID.class)
                .list();
    }

    /** Users who are no client users, may see the company and hold the permission. */
    public List<UUID> staff(UUID company, String permission) {
        return jdbc.sql("""
                        select u.id from portal.app_user u
                        where u.enabled and (u.kind = 'STAFF' or u.kind = 'RESTRICTED_STAFF' and exists (
                            select from portal.user_company uc
                            where uc.user_id = u.id and uc.company_id = :company))
                        """ + HOLDS)
                .param("company", company)
                .param("keys", Permission.implying(permission))
                .query(UUID.class)
                .list();
    }

    /** Users who are no client users and hold the permission, whatever companies they may see. */
    public List<UUID> staff(String permission) {
        return jdbc.sql("select u.id from portal.app_user u where u.enabled and u.kind <> 'CLIENT'" + HOLDS)
                .param("keys", Permission.implying(permission))
                .query(UUID.class)
                .list();
    }

    /** Client users of the company who hold the permission. */
    public List<UUID> clients(UUID company, String permission) {
        return jdbc.sql("""
                        select u.id from portal.app_user u
                        where u.enabled and u.kind = 'CLIENT' and u.company_id = :company
                        """ + HOLDS)
                .param("company", company)
                .param("keys", Permission.implying(permission))
                .query(UUID.class)
                .list();
    }
}
