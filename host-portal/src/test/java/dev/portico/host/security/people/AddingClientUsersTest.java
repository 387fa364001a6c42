package dev.portico.host.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.host.security.people.ClientUser.State;
import dev.portico.host.security.people.ClientUsers.Added;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class AddingClientUsersTest extends ClientUsersUnderTest {

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
