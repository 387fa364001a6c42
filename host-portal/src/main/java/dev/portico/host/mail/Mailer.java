package dev.portico.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands letters to the mail server, and waits for its answer. */
class Mailer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private final JavaMailSender server;
    private final InternetAddress sender;

    Mailer(JavaMailSender server, InternetAddress sender) {
        this.server = server;
        this.sender = sender;
    }

    Delivery send(Letter letter) {
        MimeMessage message;
        try {
            message = compose(letter);
        } catch (MessagingException | UnsupportedEncodingException unusable) {
            return new Delivery.Refused("no mail can be addressed to what stands as the user's address");
        }
        try {
            server.send(message);
            return new Delivery.Taken();
        } catch (MailException failure) {
            return Delivery.of(failure);
        }
    }

    private MimeMessage compose(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, UTF_8);
        InternetAddress recipient = new InternetAddress(letter.email(), true);
        recipient.setPersonal(line(letter.name()), UTF_8);
        parts.setFrom(sender);
        parts.setTo(recipient);
        parts.setSubject(line(letter.subject()));
        parts.setText(letter.text());
        // why: keeps out-of-office replies from answering the portal
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.mark().isPresent()) {
            // why: sent again after a crash, it is known as the same mail to whatever sorts out doubles
            String domain = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
            message.setHeader("Message-ID", "<" + letter.mark().get() + "@" + domain + ">");
        }
        return message;
    }

    /** why: a line break would begin another header, which the mail library does not keep anybody from. */
    private static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
