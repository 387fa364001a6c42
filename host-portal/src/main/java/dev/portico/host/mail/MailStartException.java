package dev.portico.host.mail;

import dev.portico.host.startup.StartFailure;

/** A mail server is set, but not what mails from this portal need besides. */
public final class MailStartException extends StartFailure {

    private static final String NO_MAIL = " If the portal shall not send mail, take spring.mail.host out.";

    private MailStartException(String problem, String remedy) {
        super(problem, remedy, null);
    }

    static MailStartException noSender() {
        return new MailStartException(
                "A mail server is set (spring.mail.host), but not who sends the portal's mails.",
                "Set portico.mail.from to an address from which that server lets the portal send, such as "
                        + "portal@example.com." + NO_MAIL);
    }

    static MailStartException wrongSender(String from) {
        return new MailStartException(
                "The sender of the portal's mails, %s, is not an e-mail address.".formatted(from),
                "Set portico.mail.from to an address such as portal@example.com, or Example Portal "
                        + "<portal@example.com>.");
    }

    static MailStartException noAddress() {
        return new MailStartException(
                "A mail server is set (spring.mail.host), but not the portal's own address, to which its mails lead.",
                "Set portico.public-address to the address by which people reach the portal, such as "
                        + "https://portal.example.com." + NO_MAIL);
    }

    static MailStartException wrongAddress(String address) {
        return new MailStartException(
                "The portal's public address, %s, is not the address of a web page.".formatted(address),
                "Set portico.public-address to the address by which people reach the portal, such as "
                        + "https://portal.example.com, without parameters.");
    }
}
