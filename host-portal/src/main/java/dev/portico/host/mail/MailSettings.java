package dev.portico.host.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of what the portal mails.
 *
 * @param from the sender, such as {@code portal@example.com} or {@code Example Portal <portal@example.com>}
 */
@ConfigurationProperties("portico.mail")
record MailSettings(@Nullable String from) {

    /**
     * The sender.
     *
     * @throws MailStartException if there is none or it is no address
     */
    InternetAddress sender() {
        if (from == null || from.isBlank()) {
            throw MailStartException.noSender();
        }
        try {
            InternetAddress sender = new InternetAddress(from.strip(), true);
            if (!sender.getAddress().contains("@")) {
                throw MailStartException.wrongSender(from);
            }
            return sender;
        } catch (AddressException e) {
            throw MailStartException.wrongSender(from);
        }
    }
}
