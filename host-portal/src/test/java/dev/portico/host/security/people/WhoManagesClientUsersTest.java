package dev.portico.host.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not manage users of companies, or not any more. */
class WhoManagesClientUsersTest extends ClientUsersUnderTest {

    @Autowired
    HostCurrentUser currentUser;

    @Test
    void whoIsDeactivatedIsNotWelcomeAtTheNextRequest() {
        PortalUser client = people.client(acme, "read_licensing");
        clients.setEnabled(acme, client.id(), false);
        assertThat(currentUser.stillWelcome(client)).isFalse();
        clients.setEnabled(acme, client.id(), true);
        assertThat(currentUser.stillWelcome(client)).isTrue();
        assertThat(audited()).containsExactly("user.disabled client@test.example", "user.enabled client@test.example");
    }

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
