package dev.portico.host.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.host.Notifications;
import dev.portico.api.host.Notifications.Notice;
import dev.portico.host.notifications.PluginNotifications;
import dev.portico.host.security.PortalUser;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reader whom notices are mailed to, by a postman who goes when the test says so. */
abstract class NoticeMailUnderTest extends MailTest {

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
    Postman postman() {
        return new Postman(outbox, letters, mailer);
    }

    void tell(String key, String title) {
        pax8.tellUser(
                staff.email(), new Notice(key, "request-1", title, "Acme wants 12 seats.", "licensing/requests?id=1"));
    }

    static MimeMessage only() {
        assertThat(SERVER.received()).hasSize(1);
        return SERVER.received().getFirst();
    }

    Map<String, Object> row() {
        return jdbc.sql("select * from portal.mail").query().singleRow();
    }

    long rows() {
        return jdbc.sql("select count(*) from portal.mail").query(Long.class).single();
    }

    void makeAllDue() {
        jdbc.sql("update portal.mail set try_at = now() - interval '1 second'").update();
    }
}
