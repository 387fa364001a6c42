package dev.portico.host.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.host.security.Acting;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import dev.portico.host.security.people.ClientUser.State;
import dev.portico.host.security.people.ClientUsers.Added;
import dev.portico.host.security.people.Invitations.Link;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

@PortalTest
class ClientUsersTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    ApplicationContext portal;

    @Autowired
    ClientUsers clients;

    @Autowired
    Invitations invitations;

    @Autowired
    UserService users;

    @Autowired
    UserDetailsService signIn;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    HostCurrentUser currentUser;

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

    private Link add(String email) {
        return ((Added.Done) clients.add(acme, "Ann Lee", email, role)).link();
    }

    private static String token(Link link) {
        return link.path().substring("invite/".length());
    }

    private ClientUser only() {
        List<ClientUser> all = clients.of(acme);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<String> audited() {
        return jdbc.sql("select action || ' ' || subject from portal.audit_entry where actor <> 'system' order by id")
                .query(String.class)
                .list();
    }

    @Nested
    class Adding {

        @Test
        void invitesAndLetsNobodyInYet() {
            add("ann@acme.example");

            assertThat(only().state()).isEqualTo(State.INVITED);
            assertThat(only().role()).isEqualTo("Licensing users");
            assertThatThrownBy(() -> signIn.loadUserByUsername("ann@acme.example"))
                    .isInstanceOf(UsernameNotFoundException.class);
            assertThat(audited()).containsExactly("user.created ann@acme.example", "user.invited ann@acme.example");
        }

        @Test
        void refusesAnAddressThatIsTakenAnywhere() {
            add("ann@acme.example");
            UUID other = people.company("Other");
            assertThat(clients.add(other, "Ann", " ANN@acme.example ", role)).isInstanceOf(Added.EmailTaken.class);
            assertThat(clients.add(acme, "Admin", admin.email(), role)).isInstanceOf(Added.EmailTaken.class);
            assertThat(clients.of(other)).isEmpty();
        }

        @Test
        void refusesWhatIsNoNameAndNoAddress() {
            assertThat(clients.add(acme, " ", "ann@acme.example", role)).isInstanceOf(Added.NameWrong.class);
            assertThat(clients.add(acme, "A".repeat(101), "ann@acme.example", role)).isInstanceOf(Added.NameWrong.class);
            for (String email : List.of("", "ann", "ann@acme", "a b@acme.example", "a".repeat(200) + "@acme.example")) {
                assertThat(clients.add(acme, "Ann", email, role)).as(email).isInstanceOf(Added.EmailWrong.class);
            }
            assertThat(clients.of(acme)).isEmpty();
        }

        @Test
        void neverGivesTheRoleThatMayEverything() {
            assertThat(clients.roles()).extracting(ClientUsers.Role::name).containsExactly("Licensing users");
            assertThatThrownBy(() -> clients.add(acme, "Ann", "ann@acme.example", UserService.PRIMARY_ADMIN))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> users.create(new NewUser(
                            "ann@acme.example",
                            "Ann",
                            PASSWORD,
                            new NewUser.Reach.ClientOf(acme),
                            Set.of(role, UserService.PRIMARY_ADMIN))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> clients.add(acme, "Ann", "ann@acme.example", UUID.randomUUID()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(clients.of(acme)).isEmpty();
        }
    }

    @Nested
    class TheLink {

        @Test
        void setsThePasswordOnce() {
            String token = token(add("ann@acme.example"));
            TestPeople.signOut();
            assertThat(invitations.look(token)).isEqualTo(new Invitations.State.Open("Ann Lee", "ann@acme.example"));

            assertThat(invitations.accept(token, PASSWORD)).isInstanceOf(Invitations.State.Open.class);

            assertThat(passwords.matches(PASSWORD, signIn.loadUserByUsername("ann@acme.example").getPassword()))
                    .isTrue();
            assertThat(invitations.look(token)).isInstanceOf(Invitations.State.Used.class);
            assertThat(invitations.accept(token, "another password")).isInstanceOf(Invitations.State.Used.class);
            assertThat(passwords.matches(PASSWORD, signIn.loadUserByUsername("ann@acme.example").getPassword()))
                    .isTrue();
            TestPeople.signIn(admin);
            assertThat(only().state()).isEqualTo(State.ACTIVE);
            assertThat(audited()).contains("user.password-set ann@acme.example");
        }

        @Test
        void isKeptAsAHashOnly() {
            String token = token(add("ann@acme.example"));
            byte[] kept = jdbc.sql("select token_hash from portal.invitation").query(byte[].class).single();
            assertThat(kept).hasSize(32);
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(token);
            assertThat(jdbc.sql("select string_agg(details || subject, ' ') from portal.audit_entry")
                            .query(String.class)
                            .single())
                    .doesNotContain(token);
            assertThat(add("bob@acme.example").toString()).doesNotContain("invite");
        }

        @Test
        void stopsWorkingWhenThereIsANewerOne() {
            String old = token(add("ann@acme.example"));
            String fresh = token(clients.newLink(acme, only().id()));
            assertThat(invitations.accept(old, PASSWORD)).isInstanceOf(Invitations.State.Unknown.class);
            assertThat(invitations.accept(fresh, PASSWORD)).isInstanceOf(Invitations.State.Open.class);
        }

        @Test
        void expires() {
            String token = token(add("ann@acme.example"));
            jdbc.sql("update portal.invitation set expires_at = now()").update();
            assertThat(invitations.accept(token, PASSWORD)).isInstanceOf(Invitations.State.Expired.class);
            assertThat(only().state()).isEqualTo(State.EXPIRED);
            token = token(clients.newLink(acme, only().id()));
            assertThat(only().state()).isEqualTo(State.INVITED);
            assertThat(invitations.accept(token, PASSWORD)).isInstanceOf(Invitations.State.Open.class);
        }

        @Test
        void letsNobodyInWhoWasDeactivatedMeanwhile() {
            String token = token(add("ann@acme.example"));
            clients.setEnabled(acme, only().id(), false);
            assertThat(invitations.accept(token, PASSWORD)).isInstanceOf(Invitations.State.Unknown.class);
            assertThat(only().state()).isEqualTo(State.DEACTIVATED);
        }

        @Test
        void takesNoWeakPassword() {
            String token = token(add("ann@acme.example"));
            assertThatThrownBy(() -> invitations.accept(token, "x".repeat(11)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(invitations.look(token)).isInstanceOf(Invitations.State.Open.class);
        }

        @Test
        void isNothingIfNobodyMadeIt() {
            assertThat(invitations.look("")).isInstanceOf(Invitations.State.Unknown.class);
            assertThat(invitations.accept("made up", PASSWORD)).isInstanceOf(Invitations.State.Unknown.class);
        }
    }

    @Test
    void whoIsDeactivatedIsNotWelcomeAtTheNextRequest() {
        PortalUser client = people.client(acme, "read_licensing");
        clients.setEnabled(acme, client.id(), false);
        assertThat(currentUser.stillWelcome(client)).isFalse();
        clients.setEnabled(acme, client.id(), true);
        assertThat(currentUser.stillWelcome(client)).isTrue();
        assertThat(audited()).containsExactly("user.disabled client@test.example", "user.enabled client@test.example");
    }

    @Nested
    class Nobody {

        private void isRefused(PortalUser user, UUID company, UUID person) {
            TestPeople.signIn(user);
            assertThatThrownBy(() -> clients.of(company)).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> clients.add(company, "Eve", "eve@acme.example", role))
                    .isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> clients.newLink(company, person)).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> clients.setEnabled(company, person, false)).isInstanceOf(PermissionDenied.class);
        }

        @Test
        void withoutThePermissionManagesUsers() {
            add("ann@acme.example");
            isRefused(people.staff("manage_companies"), acme, only().id());
        }

        @Test
        void ofAClientManagesUsersEvenWithThePermission() {
            add("ann@acme.example");
            UUID ann = only().id();
            isRefused(people.client(acme, "manage_users"), acme, ann);
        }

        @Test
        void restrictedManagesUsersOfOtherCompanies() {
            add("ann@acme.example");
            UUID ann = only().id();
            UUID other = people.company("Other");
            PortalUser restricted = people.restricted(Set.of(other), "manage_users");
            isRefused(restricted, acme, ann);

            assertThat(clients.of(other)).isEmpty();
            assertThatThrownBy(() -> clients.newLink(other, ann)).isInstanceOf(PermissionDenied.class);
        }

        @Test
        void reachesStaffThroughACompany() {
            assertThatThrownBy(() -> clients.setEnabled(acme, admin.id(), false)).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> clients.newLink(acme, admin.id())).isInstanceOf(PermissionDenied.class);
        }
    }
}
