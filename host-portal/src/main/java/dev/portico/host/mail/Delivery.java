package dev.portico.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What became of a mail that was handed to the mail server. Reasons name neither people nor what the mail says. */
sealed interface Delivery {

    /** A mail server's number for a refusal, as its answer begins. */
    Pattern NUMBER = Pattern.compile("^([45]\\d\\d(?:[ -]\\d\\.\\d{1,3}\\.\\d{1,3})?)\\b");

    /** The server has taken it. */
    record Taken() implements Delivery {}

    /** It may be taken later. */
    record Delayed(String reason) implements Delivery {}

    /** Now the server takes no mail at all. */
    record ServerAway(String reason) implements Delivery {}

    /** It is never going to be taken. */
    record Refused(String reason) implements Delivery {}

    /** What a failure means. */
    static Delivery of(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new ServerAway("the mail server refused the portal's sign-in");
        }
        Exception first = failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : failure;
        if (first instanceof SendFailedException refusal) {
            return ofServer(refusal);
        }
        // why not its message: it may name people
        return new ServerAway("the mail server could not be reached or broke off ("
                + rootOf(first).getClass().getSimpleName() + ")");
    }

    private static Delivery ofServer(SendFailedException refusal) {
        String code = code(refusal);
        return refusal.getInvalidAddresses() != null && refusal.getInvalidAddresses().length > 0
                ? new Refused("the mail server refused the recipient" + code)
                : new Delayed("the mail server did not take the mail" + code);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** The server's number for it, which often stands only in the exception behind. */
    private static String code(MessagingException failure) {
        Exception cause = failure;
        while (cause instanceof MessagingException fault) {
            Matcher found = NUMBER.matcher(String.valueOf(fault.getMessage()).strip());
            if (found.find()) {
                return " (" + found.group(1) + ")";
            }
            cause = fault.getNextException();
        }
        return "";
    }
}
