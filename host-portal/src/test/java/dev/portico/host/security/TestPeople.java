package dev.portico.host.security;

import dev.portico.host.security.people.NewUser;
import dev.portico.host.security.people.NewUser.Reach;
import dev.portico.host.security.people.UserService;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** People and companies for tests. */
public final class TestPeople {

    /** What all of them sign in with. */
    public static final String PASSWORD = "a test password";

    private final UserService users;
    private final JdbcClient jdbc;

    public TestPeople(ApplicationContext portal) {
        // why: static, and so left behind by whichever portal of this JVM started last
        SecurityContextHolder.setContextHolderStrategy(portal.getBean(SecurityContextHolderStrategy.class));
        users = portal.getBean(UserService.class);
        jdbc = portal.getBean(JdbcClient.class);
    }

    /** An empty portal: no people, no companies, only the built-in role. */
    public TestPeople reset() {
        signOut();
        jdbc.sql("truncate portal.app_user, portal.company, portal.audit_entry, portal.sign_in_failure cascade")
                .update();
        jdbc.sql("delete from portal.role where not builtin").update();
        return this;
    }

    public PortalUser admin() {
        return create("admin@test.example", new Reach.Everything(), Set.of(UserService.PRIMARY_ADMIN));
    }

    public PortalUser staff(String... permissions) {
        return create("staff@test.example", new Reach.Everything(), role("Staff", permissions));
    }

    public PortalUser restricted(Set<UUID> companies, String... permissions) {
        return create("restricted@test.example", new Reach.Assigned(companies), role("Restricted", permissions));
    }

    public PortalUser client(UUID company, String... permissions) {
        return create("client@test.example", new Reach.ClientOf(company), role("Client", permissions));
    }

    public UUID company(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into portal.company (id, name, city, country) values (:id, :name, 'Seattle', 'US')")
                .param("id", id)
                .param("name", name)
                .update();
        return id;
    }

    public void setEnabled(PortalUser user, boolean enabled) {
        Acting.asSystem(() -> users.setEnabled(user.id(), enabled));
    }

    /** Signs in on this thread. */
    public static void signIn(PortalUser user) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }

    public static void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** Does something as a user. */
    public static <T> T as(PortalUser user, Callable<T> work) throws Exception {
        signIn(user);
        try {
            return work.call();
        } finally {
            signOut();
        }
    }

    private Set<UUID> role(String name, String... permissions) {
        return Set.of(asSystem(() -> users.createRole(name, Set.of(permissions))));
    }

    private PortalUser create(String email, Reach reach, Set<UUID> roles) {
        UUID id = asSystem(() -> users.create(new NewUser(email, "Test " + email, PASSWORD, reach, roles)));
        return new PortalUser(id, email, null, true);
    }

    private static <T> T asSystem(Callable<T> work) {
        try {
            return Acting.asSystem(work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
