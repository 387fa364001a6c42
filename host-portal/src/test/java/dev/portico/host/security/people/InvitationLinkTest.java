package dev.portico.host.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.host.security.TestPeople;
import dev.portico.host.security.people.ClientUser.State;
import dev.portico.host.security.people.Invitations.Link;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

class InvitationLinkTest extends ClientUsersUnderTest {

    @Autowired
    Invitations invitations;

    @Autowired
    PasswordEncoder passwords;

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

    private static String token(Link link) {
        return link.path().substring("invite/".length());
    }
}
