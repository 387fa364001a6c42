package dev.portico.host.mail;

import dev.portico.host.texts.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails links with which people set a password, at once and not through the outbox: what stands in a link must be
 * stored nowhere. There is one only if the portal sends mail.
 */
public class InvitationMail {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationMail.class);
    private static final Texts TEXTS = Texts.of("mail");

    private final Mailer mailer;

    InvitationMail(Mailer mailer) {
        this.mailer = mailer;
    }

    /**
     * Sends a link, and waits for the mail server's answer, for some seconds at most.
     *
     * @param name of whom it is for
     * @param email where to
     * @param link the whole address
     * @param expiresAt until when it works
     * @return whether the mail server has taken the mail
     */
    public boolean send(String name, String email, String link, Instant expiresAt) {
        String brand = Texts.of("shell").text("brand");
        // why not the sender's time zone: whoever reads it may be in another one
        String until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Texts.locale())
                        .withZone(ZoneOffset.UTC)
                        .format(expiresAt)
                + " UTC";
        Letter letter = new Letter(
                name,
                email,
                TEXTS.text("invitation.subject", brand),
                TEXTS.text("invitation.text", name, brand, link, until) + "\n",
                Optional.empty());
        String problem = switch (mailer.send(letter)) {
            case Delivery.Taken taken -> "";
            case Delivery.Delayed(String reason) -> reason;
            case Delivery.ServerAway(String reason) -> reason;
            case Delivery.Refused(String reason) -> reason;
        };
        if (!problem.isEmpty()) {
            LOG.warn("An invitation could not be mailed: {}", problem);
        }
        return problem.isEmpty();
    }
}
