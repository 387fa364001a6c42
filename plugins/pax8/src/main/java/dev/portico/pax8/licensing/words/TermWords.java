package dev.portico.pax8.licensing.words;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.BillingTerm;
import java.util.Locale;

/** Pax8's words about terms as people read them; a word that is not known yet stays as it is. */
public final class TermWords {

    private final Messages messages;

    TermWords(Messages messages) {
        this.messages = messages;
    }

    /** How often it is billed. */
    public String billing(String billingTerm) {
        return BillingTerm.of(billingTerm)
                .map(term -> messages.text("term." + term.name().toLowerCase(Locale.ROOT)))
                .orElse(billingTerm);
    }

    /** For how long it was promised and how often it is billed, in one line. */
    public String terms(String commitmentTerm, String billingTerm) {
        String billed = billing(billingTerm);
        return commitmentTerm.isEmpty() || commitmentTerm.equalsIgnoreCase(billingTerm)
                ? billed
                : messages.text("term.committed", commitmentTerm, billed);
    }
}
