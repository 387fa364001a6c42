package dev.portico.host.clients;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.portico.host.shell.Screens.button;
import static dev.portico.host.shell.Screens.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.host.mail.MailTest;
import dev.portico.host.security.Acting;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.people.UserService;
import dev.portico.host.shell.Screens;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inviting somebody in a portal that sends mail; one that does not is the matter of {@link ClientUsersViewTest}. */
@ExtendWith(OutputCaptureExtension.class)
class InvitationMailTest extends MailTest {

    @Autowired
    UserService users;

    @Autowired
    JdbcClient jdbc;

    UUID acme;

    @BeforeEach
    void openPage() throws Exception {
        PortalUser admin = people.admin();
        acme = people.company("Acme");
        Acting.asSystem(() -> users.createRole("Licensing users", Set.of("read_companies")));
        Screens.open(portal, admin);
        Screens.go("companies/" + acme + "/users");
    }

    @AfterEach
    void closeWindow() {
        Screens.close();
    }

    /** Returns the link. */
    private static String invite(String name, String email) {
        _click(button("Add user"));
        AddUserDialog dialog = _get(AddUserDialog.class);
        _setValue(_get(dialog, TextField.class), name);
        _setValue(_get(dialog, EmailField.class), email);
        _click(button("Add and make link"));
        return _get(_get(InviteLinkDialog.class), TextField.class).getValue();
    }

    @Test
    void sendsTheLinkAndSaysSo() throws Exception {
        String link = invite("Robin", "robin@acme.example");

        assertThat(link).startsWith(ADDRESS + "/invite/");
        assertThat(textOf(_get(InviteLinkDialog.class)))
                .contains("was also sent to robin@acme.example")
                .doesNotContain("Send this link");
        assertThat(SERVER.received()).hasSize(1);
        MimeMessage mail = SERVER.received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Your access to Portico");
        assertThat(mail.getAllRecipients()[0]).hasToString("Robin <robin@acme.example>");
        assertThat(mail.getContent().toString()).contains("Hello Robin", link, "UTC");
    }

    @Test
    void saysWhatToDoIfTheMailServerIsAway(CapturedOutput log) {
        SERVER.stop();
        String link = invite("Robin", "robin@acme.example");

        assertThat(textOf(_get(InviteLinkDialog.class)))
                .contains("could not be sent to robin@acme.example", "Copy it");
        assertThat(log.getAll())
                .contains("An invitation could not be mailed")
                .doesNotContain("robin@acme.example", link);
        Screens.go(link.substring(link.indexOf("invite/")));
        assertThat(Screens.title()).isEqualTo("Set your password");
    }

    @Test
    void leavesWhatStandsInTheLinkNowhereInTheDatabase(CapturedOutput log) {
        String link = invite("Robin", "robin@acme.example");
        _click(button("Close"));
        SERVER.stop();
        String unsent = invite("Sam", "sam@acme.example");

        List<String> tables = jdbc.sql("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list();
        assertThat(tables).contains("portal.mail", "portal.invitation", "portal.audit_entry");
        for (String each : List.of(link, unsent)) {
            String token = each.substring(each.lastIndexOf('/') + 1);
            String bytes = HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8));
            for (String table : tables) {
                assertThat(jdbc.sql("select count(*) from " + table + " t where strpos(t::text, :token) > 0"
                                        + " or strpos(t::text, :bytes) > 0")
                                .param("token", token)
                                .param("bytes", bytes)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
            assertThat(log.getAll()).doesNotContain(token);
        }
    }
}
