package dev.portico.host.mail;

import java.util.Optional;

/**
 * A mail to send.
 *
 * @param name of whom it goes to
 * @param email address of whom it goes to
 * @param mark the same each time that this mail is sent, and only then
 */
record Letter(String name, String email, String subject, String text, Optional<String> mark) {

    /** Leaves out what it says and to whom. */
    @Override
    public String toString() {
        return "Letter[]";
    }
}
