package dev.portico.host.mail;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.checkbox.Checkbox;
import dev.portico.api.host.Notifications.Notice;
import dev.portico.host.security.PortalUser;
import dev.portico.host.shell.Screens;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthContributor;

/** What a mail with a notice says and to whom it goes. */
class NoticeMailTest extends NoticeMailUnderTest {

    @Test
    void saysWhatTheBellSaysWhereItLeadsAndWhyItCame() throws Exception {
        tell("a", "Genehmigung nötig für Müller");
        postman.round();

        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("Genehmigung nötig für Müller");
        assertThat(mail.getFrom()[0]).hasToString("Test Portal <portal@test.example>");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0].toString()).endsWith("<" + staff.email() + ">");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContent().toString())
                .contains(
                        "Acme wants 12 seats.",
                        "Open it: " + ADDRESS + "/licensing/requests?id=1",
                        "You get this mail because Portico told you this at the bell",
                        ADDRESS + "/notifications");
        assertThat(row()).containsEntry("outcome", "SENT").containsEntry("tries", 1);

        makeAllDue();
        postman.round();
        assertThat(SERVER.received()).hasSize(1);
    }

    @Test
    void beginsNoHeaderOfItsOwnWhateverTitleAndNameHold() throws Exception {
        jdbc.sql("update portal.app_user set name = E'Ann\\r\\nBcc: eve@evil.example'").update();
        tell("a", "Title\r\nBcc: eve@evil.example\n\nText\u2028more\u0085");
        postman.round();

        MimeMessage mail = only();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Title Bcc: eve@evil.example Text more");
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0].toString())
                .contains("Ann Bcc: eve@evil.example")
                .endsWith("<" + staff.email() + ">");
    }

    @Test
    void isStoredWithItsNoticeOrNeitherIs() {
        jdbc.sql("alter table portal.mail rename to mail_away").update();
        try {
            assertThatThrownBy(() -> tell("a", "Title")).isInstanceOf(Exception.class);
        } finally {
            jdbc.sql("alter table portal.mail_away rename to mail").update();
        }
        assertThat(notifications.count("pax8")).isZero();
    }

    @Test
    void goesToEverybodyWhoIsToldAndOnceThoughToldTwice() {
        PortalUser admin = people.admin();
        for (int times = 0; times < 2; times++) {
            tell("a", "Title");
            pax8.tellUser(admin.email(), new Notice("a", "request-1", "Title", "", "companies"));
        }
        postman.round();
        assertThat(SERVER.received()).hasSize(2);
    }

    @Test
    void theReaderChoosesOnThePageOfAllNotices() throws Exception {
        try {
            Screens.open(portal, staff);
            Screens.go("notifications");
            Checkbox byMail = _get(Checkbox.class, spec -> spec.withLabel("Also by mail"));
            assertThat(byMail.getValue()).isTrue();
            _setValue(byMail, false);
            assertThat(choice.chosen()).isFalse();
            assertThat(Screens.notices()).anyMatch(notice -> notice.contains("no more mails"));
            _setValue(byMail, true);
            assertThat(choice.chosen()).isTrue();
        } finally {
            Screens.close();
        }
    }

    @Test
    void isForgottenAMonthAfterItEnded() {
        tell("a", "Title");
        tell("b", "Title");
        tell("waits", "Title");
        jdbc.sql("""
                        update portal.mail m set outcome = 'SENT', ended_at = now()
                            - case n.key when 'a' then interval '31 days' else interval '29 days' end
                        from portal.notice n where n.id = m.notice_id and n.key <> 'waits'
                        """)
                .update();
        outbox.forgetEndedBefore(Duration.ofDays(30));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void leavesTheHealthOfThePortalAlone() {
        assertThat(portal.getBeanNamesForType(HealthContributor.class))
                .isNotEmpty()
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("mail"));
    }
}
