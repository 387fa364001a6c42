package dev.portico.host.security;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.PermissionDenied;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * The user of this thread: the portal itself inside of {@link Acting#asSystem}, else whoever signed in, else nobody,
 * who may do nothing. Every question reads the database.
 */
@Service
public class HostCurrentUser implements CurrentUser {

    private static final CompanyScope NONE = new CompanyScope.Only(Set.of());

    private final JdbcClient jdbc;

    HostCurrentUser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return Acting.isSystem() ? "system" : signedIn().map(PortalUser::email).orElse("anonymous");
    }

    @Override
    public boolean may(String permission) {
        return Acting.isSystem()
                || signedIn().map(user -> holds(user.id(), permission)).orElse(false);
    }

    @Override
    public void require(String permission) throws PermissionDenied {
        if (!may(permission)) {
            throw new PermissionDenied(permission);
        }
    }

    @Override
    public CompanyScope companies() {
        return Acting.isSystem()
                ? new CompanyScope.All()
                : signedIn().map(user -> scopeOf(user.id())).orElse(NONE);
    }

    @Override
    public Optional<UUID> client() {
        // why also of a disabled one: whoever is locked out must not pass for staff meanwhile
        return Acting.isSystem() ? Optional.empty() : signedIn().flatMap(user -> companyOf(user.id()));
    }

    /** The signed-in user, also inside of {@link Acting#asSystem}; empty in the background. */
    public Optional<PortalUser> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PortalUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /** Whether the signed-in user still exists and is enabled. */
    public boolean stillWelcome(PortalUser user) {
        return jdbc.sql("select exists (select from portal.app_user where id = :id and enabled)")
                .param("id", user.id())
                .query(Boolean.class)
                .single();
    }

    private boolean holds(UUID user, String permission) {
        return jdbc.sql("""
                        select exists (
                            select from portal.app_user u
                            join portal.user_role ur on ur.user_id = u.id
                            join portal.role r on r.id = ur.role_id
                            where u.id = :user and u.enabled
                              and (r.builtin or exists (
                                  select from portal.role_permission rp
                                  where rp.role_id = r.id and rp.permission in (:keys))))
                        """)
                .param("user", user)
                .param("keys", Permission.implying(permission))
                .query(Boolean.class)
                .single();
    }

    private Optional<UUID> companyOf(UUID client) {
        return jdbc.sql("select company_id from portal.app_user where id = :id and kind = 'CLIENT'")
                .param("id", client)
                .query(UUID.class)
                .optional();
    }

    private CompanyScope scopeOf(UUID user) {
        List<CompanyRow> rows = jdbc.sql("""
                        select u.kind, coalesce(u.company_id, uc.company_id) as company
                        from portal.app_user u
                        left join portal.user_company uc on uc.user_id = u.id and u.kind = 'RESTRICTED_STAFF'
                        where u.id = :user and u.enabled
                        """)
                .param("user", user)
                .query((row, number) -> new CompanyRow(
                        row.getString("kind"), Optional.ofNullable(row.getObject("company", UUID.class))))
                .list();
        if (rows.stream().anyMatch(row -> row.kind().equals("STAFF"))) {
            return new CompanyScope.All();
        }
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> row.company().ifPresent(ids::add));
        return new CompanyScope.Only(ids);
    }

    private record CompanyRow(String kind, Optional<UUID> company) {}
}
