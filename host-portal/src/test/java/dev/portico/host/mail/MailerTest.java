package dev.portico.host.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailerTest {

    private static Delivery sent(Map<String, String> answers) throws Exception {
        try (ScriptedServer server = new ScriptedServer(answers)) {
            return send(server.port());
        }
    }

    private static Delivery send(int port) throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "500");
        return new Mailer(sender, new InternetAddress("portal@test.example"))
                .send(new Letter("Ann", "ann@acme.example", "Title", "Text", Optional.empty()));
    }

    @Test
    void knowsThatAMailWasTaken() throws Exception {
        assertThat(sent(Map.of())).isEqualTo(new Delivery.Taken());
    }

    @Test
    void givesARecipientUpWhomTheServerDoesNotKnow() throws Exception {
        assertThat(sent(Map.of("RCPT", "550 5.1.1 <ann@acme.example> unknown")))
                .isEqualTo(new Delivery.Refused("the mail server refused the recipient (550 5.1.1)"));
    }

    @Test
    void waitsForARecipientWhoseMailboxIsBusy() throws Exception {
        assertThat(sent(Map.of("RCPT", "450 4.2.1 <ann@acme.example> busy")))
                .isEqualTo(new Delivery.Delayed("the mail server did not take the mail (450 4.2.1)"));
    }

    @Test
    void waitsIfTheServerDoesNotTakeTheMail() throws Exception {
        assertThat(sent(Map.of("MAIL", "530 sign in first")))
                .isEqualTo(new Delivery.Delayed("the mail server did not take the mail (530)"));
        assertThat(sent(Map.of(".", "554 too much advertising for ann@acme.example")))
                .isEqualTo(new Delivery.Delayed("the mail server did not take the mail (554)"));
    }

    @Test
    void doesNotWaitWithoutEndForASilentServer() throws Exception {
        assertThat(sent(Map.of("MAIL", ""))).isEqualTo(new Delivery.ServerAway(
                "the mail server could not be reached or broke off (SocketTimeoutException)"));
    }

    @Test
    void knowsThatTheServerIsAway() throws Exception {
        int port;
        try (ScriptedServer server = new ScriptedServer(Map.of())) {
            port = server.port();
        }
        assertThat(send(port)).isEqualTo(
                new Delivery.ServerAway("the mail server could not be reached or broke off (ConnectException)"));
    }
}
