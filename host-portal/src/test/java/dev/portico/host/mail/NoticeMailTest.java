package dev.portico.host.mail;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.checkbox.Checkbox;
import dev.portico.api.host.Notifications;
import dev.portico.api.host.Notifications.Notice;
import dev.portico.host.notifications.PluginNotifications;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import dev.portico.host.shell.Screens;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class NoticeMailTest extends MailTest {

    @Autowired
    PluginNotifications notifications;

    @Autowired
    Outbox outbox;

    @Autowired
    NoticeLetters letters;

    @Autowired
    Mailer mailer;

    @Autowired
    MailChoice choice;

    @Autowired
    JdbcClient jdbc;

    Postman postman;
    PortalUser staff;
    Notifications pax8;

    @BeforeEach
    void oneReader() {
        postman = postman();
        staff = people.staff();
        pax8 = notifications.forOwner("pax8");
    }

    /** As each node has one. */
    private Postman postman() {
        return new Postman(outbox, letters, mailer);
    }

    private void tell(String key, String title) {
        pax8.tellUser(
                staff.email(), new Notice(key, "request-1", title, "Acme wants 12 seats.", "licensing/requests?id=1"));
    }

    private static MimeMessage only() {
        assertThat(SERVER.received()).hasSize(1);
        return SERVER.received().getFirst();
    }

    private Map<String, Object> row() {
        return jdbc.sql("select * from portal.mail").query().singleRow();
    }

    private long rows() {
        return jdbc.sql("select count(*) from portal.mail").query(Long.class).single();
    }

    /** Without what the mail server says, which runs in the same process here. */
    private static String ofThePortal(CapturedOutput log) {
        return log.getAll().lines().filter(line -> !line.contains("icegreen")).collect(Collectors.joining("\n"));
    }

    private void makeAllDue() {
        jdbc.sql("update portal.mail set try_at = now() - interval '1 second'").update();
    }

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
    void isSentByItselfSoonAfterTheStart() throws Exception {
        postman.start();
        tell("a", "Title");
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(SERVER.received()).hasSize(1));
        postman.stop();
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

    @Nested
    class WhileTheServerIsAway {

        @BeforeEach
        void away() {
            SERVER.stop();
        }

        @Test
        void waitsAndIsSentOnceWhenItIsBack(CapturedOutput log) throws Exception {
            tell("a", "A secret title");
            tell("b", "A secret title");
            postman.round();
            assertThat(jdbc.sql("select reason from portal.mail where tries = 1").query(String.class).list())
                    .singleElement()
                    .asString()
                    .contains("could not be reached", "ConnectException");
            postman.round();
            postman.round();
            assertThat(jdbc.sql("select tries from portal.mail order by id").query(Integer.class).list())
                    .as("each was tried and waits")
                    .containsExactly(1, 1);
            assertThat(log.getAll()).containsOnlyOnce("Mails wait");

            SERVER.start();
            postman.round();
            assertThat(SERVER.received()).as("not due yet").isEmpty();
            makeAllDue();
            postman.round();
            postman.round();
            assertThat(SERVER.received()).hasSize(2);
            assertThat(ofThePortal(log)).contains("there again").doesNotContain(staff.email(), "secret title", "Acme");
        }

        @Test
        void isGivenUpAfterTwoDaysWithTheReason(CapturedOutput log) {
            tell("a", "A secret title");
            postman.round();
            jdbc.sql("update portal.mail set made_at = now() - interval '49 hours'").update();
            makeAllDue();
            postman.round();

            assertThat(row()).containsEntry("outcome", "GIVEN_UP").containsEntry("tries", 1);
            assertThat(row().get("reason").toString()).contains("could not be reached");
            assertThat(ofThePortal(log))
                    .contains("to user " + staff.id() + " is given up")
                    .doesNotContain(staff.email(), "secret title");
            SERVER.start();
            makeAllDue();
            postman.round();
            assertThat(SERVER.received()).isEmpty();
        }

        @Test
        void holdsNobodyUpWhoTells() {
            tell("a", "Title");
            assertThat(notifications.count("pax8")).isEqualTo(1);
            assertThat(row()).containsEntry("tries", 0);
        }
    }

    @Test
    void isSentOnceByManyNodesAtOnce() throws Exception {
        for (int number = 0; number < 40; number++) {
            tell("n" + number, "Title " + number);
        }
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            List<Future<?>> rounds = List.of(
                    nodes.submit(postman()::round), nodes.submit(postman()::round), nodes.submit(postman()::round));
            for (Future<?> round : rounds) {
                round.get();
            }
        }
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : SERVER.received()) {
            subjects.add(mail.getSubject());
        }
        assertThat(subjects).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void isSentAgainAfterACrashUnderTheSameIdThatMailSystemsKnowItBy() throws Exception {
        tell("a", "Title");
        postman.round();
        String first = only().getMessageID();
        // as a node leaves it that ends after the mail server took the mail and before that was noted
        jdbc.sql("update portal.mail set ended_at = null, outcome = null").update();
        makeAllDue();
        postman.round();
        assertThat(SERVER.received()).hasSize(2);
        assertThat(SERVER.received().get(1).getMessageID()).isEqualTo(first).endsWith("@test.example>");
    }

    @Test
    void isLeftToTheNodeThatTookIt() {
        tell("a", "Title");
        assertThat(outbox.take(Duration.ofMinutes(10))).isPresent();
        postman.round();
        assertThat(SERVER.received()).isEmpty();
    }

    @Nested
    class IsNotSent {

        @Test
        void ofWhatWasSettledBefore() {
            tell("a", "Title");
            pax8.settle("request-1");
            postman.round();
            assertThat(SERVER.received()).isEmpty();
            assertThat(rows()).isZero();
        }

        @Test
        void ofAPluginThatWasRemovedWithItsData() {
            tell("a", "Title");
            notifications.deleteAll("pax8");
            assertThat(rows()).isZero();
        }

        @Test
        void toWhomIsLockedOut() {
            tell("a", "Title");
            people.setEnabled(staff, false);
            postman.round();
            assertThat(SERVER.received()).isEmpty();
        }

        @Test
        void toWhomDoesNotWantIt() throws Exception {
            tell("before", "Title");
            TestPeople.as(staff, () -> {
                choice.choose(false);
                return true;
            });
            tell("after", "Title");
            assertThat(rows()).isEqualTo(1);
            postman.round();
            assertThat(SERVER.received()).isEmpty();
            assertThat(notifications.count("pax8")).isEqualTo(2);
        }

        @Test
        void toWhatIsNoAddress() {
            jdbc.sql("update portal.app_user set email = 'nobody, else@test.example'").update();
            pax8.tellUser("nobody, else@test.example", new Notice("a", "a", "Title", "", "companies"));
            postman.round();
            assertThat(row()).containsEntry("outcome", "GIVEN_UP");
        }
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
    void waitsLongerAfterEachTryUpToAQuarterOfAnHour() {
        assertThat(Postman.pause(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Postman.pause(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Postman.pause(6)).isEqualTo(Duration.ofMinutes(16));
        assertThat(Postman.pause(1000)).isEqualTo(Duration.ofMinutes(16));
    }

    @Test
    void leavesTheHealthOfThePortalAlone() {
        assertThat(portal.getBeanNamesForType(HealthContributor.class))
                .isNotEmpty()
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("mail"));
    }
}
