package dev.portico.host.security.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.host.security.Acting;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import dev.portico.host.security.people.ClientUsers.Added;
import dev.portico.host.security.people.Invitations.Link;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;

/** A company to which users are added. */
@PortalTest
abstract class ClientUsersUnderTest {

    static final String PASSWORD = "correct horse battery";

    @Autowired
    ApplicationContext portal;

    @Autowired
    ClientUsers clients;

    @Autowired
    UserService users;

    @Autowired
    UserDetailsService signIn;

    @Autowired
    JdbcClient jdbc;

    TestPeople people;
    PortalUser admin;
    UUID acme;
    UUID role;

    @BeforeEach
    void emptyPortal() throws Exception {
        people = new TestPeople(portal).reset();
        admin = people.admin();
        acme = people.company("Acme");
        role = Acting.asSystem(() -> users.createRole("Licensing users", Set.of("read_licensing")));
        TestPeople.signIn(admin);
    }

    @AfterEach
    void signOut() {
        TestPeople.signOut();
    }

    Link add(String email) {
        return ((Added.Done) clients.add(acme, "Ann Lee", email, role)).link();
    }

    ClientUser only() {
        List<ClientUser> all = clients.of(acme);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    List<String> audited() {
        return jdbc.sql("select action || ' ' || subject from portal.audit_entry where actor <> 'system' order by id")
                .query(String.class)
                .list();
    }
}
