package dev.portico.host.security.people;

import dev.portico.api.host.CurrentUser;
import dev.portico.host.audit.AuditService;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes users and roles; every change needs {@code manage_users} and is recorded. */
@Service
public class UserService {

    /** The role that has every permission and can be neither changed nor deleted. */
    public static final UUID PRIMARY_ADMIN = UUID.fromString("00000000-0000-0000-0000-000000000001");

    static final String MANAGE = "manage_users";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final AuditService audit;
    private final PasswordEncoder passwords;
    private final Clock clock;

    UserService(JdbcClient jdbc, CurrentUser user, AuditService audit, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether nobody can sign in yet. */
    public boolean nobodyExists() {
        return jdbc.sql("select not exists (select from portal.app_user)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Creates a user and returns its id.
     *
     * @throws IllegalArgumentException if a client user would get a role that has every permission, or one that is not
     *     there
     */
    @Transactional
    public UUID create(NewUser person) {
        user.require(MANAGE);
        requireFit(person);
        UUID id = UUID.randomUUID();
        insert(id, person);
        if (person.reach() instanceof NewUser.Reach.Assigned assigned) {
            assigned.companies().forEach(company -> link("user_company", "company_id", id, company));
        }
        person.roles().forEach(role -> link("user_role", "role_id", id, role));
        audit.record("portal", "user.created", person.email(), person.name());
        return id;
    }

    /** Lets a user in or keeps the user out; it takes effect at the user's next request. */
    @Transactional
    public void setEnabled(UUID id, boolean enabled) {
        user.require(MANAGE);
        String email = jdbc.sql("""
                        update portal.app_user set enabled = :enabled, changed_at = :now
                        where id = :id returning email
                        """)
                .param("enabled", enabled)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(String.class)
                .single();
        audit.record("portal", enabled ? "user.enabled" : "user.disabled", email, "");
    }

    /** Creates a role and returns its id. */
    @Transactional
    public UUID createRole(String name, Set<String> permissions) {
        user.require(MANAGE);
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into portal.role (id, name) values (:id, :name)")
                .param("id", id)
                .param("name", name)
                .update();
        permissions.forEach(permission -> jdbc.sql(
                        "insert into portal.role_permission (role_id, permission) values (:role, :permission)")
                .param("role", id)
                .param("permission", permission)
                .update());
        audit.record("portal", "role.created", name, String.join(" ", permissions.stream().sorted().toList()));
        return id;
    }

    private void requireFit(NewUser person) {
        if (!(person.reach() instanceof NewUser.Reach.ClientOf) || person.roles().isEmpty()) {
            return;
        }
        long fit = jdbc.sql("select count(*) from portal.role where id in (:roles) and not builtin")
                .param("roles", person.roles())
                .query(Long.class)
                .single();
        if (fit < person.roles().size()) {
            throw new IllegalArgumentException("A client user can have only roles that administrators made");
        }
    }

    private void insert(UUID id, NewUser person) {
        Optional<UUID> company = person.reach() instanceof NewUser.Reach.ClientOf client
                ? Optional.of(client.company())
                : Optional.empty();
        jdbc.sql("""
                        insert into portal.app_user (id, email, name, kind, company_id, password_hash, changed_at)
                        values (:id, :email, :name, :kind, cast(:company as uuid), :hash, :now)
                        """)
                .param("id", id)
                .param("email", person.email().strip())
                .param("name", person.name().strip())
                .param("kind", switch (person.reach()) {
                    case NewUser.Reach.Everything everything -> "STAFF";
                    case NewUser.Reach.Assigned assigned -> "RESTRICTED_STAFF";
                    case NewUser.Reach.ClientOf client -> "CLIENT";
                })
                .param("company", company.orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("hash", person.password() == null ? null : passwords.encode(person.password()))
                .update();
    }

    private void link(String table, String column, UUID person, UUID other) {
        jdbc.sql("insert into portal." + table + " (user_id, " + column + ") values (:person, :other)")
                .param("person", person)
                .param("other", other)
                .update();
    }
}
