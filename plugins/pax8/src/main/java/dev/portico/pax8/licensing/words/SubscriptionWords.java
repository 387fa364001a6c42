package dev.portico.pax8.licensing.words;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.BillingTerm;
import dev.portico.pax8.look.Pieces;
import java.util.Locale;
import java.util.Map;

/** Pax8's words about subscriptions as people read them; a word that is not known yet stays as it is. */
public final class SubscriptionWords {

    private static final Map<String, String> STATUS_KEYS = Map.of(
            "Active", "status.active",
            "Cancelled", "status.cancelled",
            "PendingManual", "status.provisioning",
            "PendingAutomated", "status.provisioning",
            "PendingCancel", "status.pending-cancel",
            "WaitingForDetails", "status.waiting-for-details",
            "Trial", "status.trial",
            "Converted", "status.converted",
            "PendingActivation", "status.pending-activation",
            "Activated", "status.activated");

    private final Messages messages;

    SubscriptionWords(Messages messages) {
        this.messages = messages;
    }

    /** A status with its colour. */
    public Badge badge(String status) {
        String text = status(status);
        return switch (status) {
            case "Active", "Activated" -> Pieces.badge(text, BadgeVariant.SUCCESS);
            case "Cancelled", "Converted", "Trial" -> Pieces.badge(text);
            case "WaitingForDetails" -> Pieces.badge(text, BadgeVariant.ERROR);
            default -> Pieces.badge(text, BadgeVariant.WARNING);
        };
    }

    /** A status. */
    public String status(String status) {
        String key = STATUS_KEYS.get(status);
        return key == null ? status : messages.text(key);
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
