package dev.portico.host.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class UserServiceTest {

    @Autowired
    UserService users;

    @Autowired
    ColorSchemes schemes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext portal;

    TestPeople people;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
    }

    @AfterEach
    void signOut() {
        TestPeople.signOut();
    }

    @Test
    void nobodyCreatesUsersWithoutThePermission() {
        TestPeople.signIn(people.staff("read_companies"));

        assertThatThrownBy(() -> users.create(someone("new@test.example"))).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> users.createRole("Role", Set.of())).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void keepsOnlyAHashOfThePassword() {
        people.admin();

        String hash = jdbc.sql("select password_hash from portal.app_user").query(String.class).single();

        assertThat(hash).startsWith("{argon2}").doesNotContain(TestPeople.PASSWORD);
    }

    @Test
    void recordsWhoCreatedWhom() {
        TestPeople.signIn(people.admin());

        users.create(someone("new@test.example"));

        assertThat(jdbc.sql("select actor || ' ' || action || ' ' || subject from portal.audit_entry")
                        .query(String.class)
                        .list())
                .contains("admin@test.example user.created new@test.example");
    }

    @Test
    void anAddressBelongsToOneUserRegardlessOfCase() {
        TestPeople.signIn(people.admin());

        assertThatThrownBy(() -> users.create(someone("ADMIN@test.example")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aClientWithoutACompanyCannotExist() {
        PortalUser client = people.client(people.company("Acme"));

        assertThatThrownBy(() -> jdbc.sql("update portal.app_user set company_id = null where id = :id")
                        .param("id", client.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void remembersTheColourSchemeOfEachUser() {
        TestPeople.signIn(people.admin());
        schemes.choose(ColorSchemes.Choice.DARK);
        assertThat(schemes.chosen()).isEqualTo(ColorSchemes.Choice.DARK);

        TestPeople.signIn(people.staff());
        assertThat(schemes.chosen()).isEqualTo(ColorSchemes.Choice.SYSTEM);
    }

    private static NewUser someone(String email) {
        return new NewUser(email, "New", "a long password", new NewUser.Reach.Everything(), Set.of());
    }
}
