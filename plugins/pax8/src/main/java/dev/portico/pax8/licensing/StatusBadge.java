package dev.portico.pax8.licensing;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.portico.api.host.Messages;
import dev.portico.pax8.look.Pieces;
import java.util.Map;

/** Pax8's status words as people read them; a word that is not known yet stays as it is. */
public final class StatusBadge {

    private static final Map<String, String> KEYS = Map.of(
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

    private StatusBadge() {}

    /** The word as a badge. */
    public static Badge of(String status, Messages messages) {
        String text = text(status, messages);
        return switch (status) {
            case "Active", "Activated" -> Pieces.badge(text, BadgeVariant.SUCCESS);
            case "Cancelled", "Converted", "Trial" -> Pieces.badge(text);
            case "WaitingForDetails" -> Pieces.badge(text, BadgeVariant.ERROR);
            default -> Pieces.badge(text, BadgeVariant.WARNING);
        };
    }

    static String text(String status, Messages messages) {
        String key = KEYS.get(status);
        return key == null ? status : messages.text(key);
    }
}
