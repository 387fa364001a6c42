package dev.portico.pax8.licensing.renewals;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.Messages;
import dev.portico.api.host.Notifications;
import dev.portico.api.host.Notifications.Notice;
import java.time.Instant;
import java.time.LocalDate;

/** Tells those whom it concerns, and the audit trail, what is asked and answered about renewals. */
final class RenewalNews {

    private final Notifications notifications;
    private final AuditTrail audit;
    private final RenewalWords words;
    private final Messages messages;

    RenewalNews(Notifications notifications, AuditTrail audit, RenewalWords words, Messages messages) {
        this.notifications = notifications;
        this.audit = audit;
        this.words = words;
        this.messages = messages;
    }

    /** The client is asked; on a later day it is reminded. */
    void asked(Renewal renewal, LocalDate today) {
        record("asked", renewal, "");
        notifications.tellClient(
                renewal.companyId(),
                "write_licensing",
                new Notice(
                        question(renewal) + "-" + today,
                        question(renewal),
                        words.happens(renewal),
                        messages.text("renewal.told.asked", renewal.seats()),
                        "my/licenses"));
    }

    /** The client has answered. */
    void answered(Renewal renewal, RenewalAnswer answer, long seats, Instant at) {
        String said = words.answer(answer, seats);
        record("answered", renewal, said);
        notifications.settle(question(renewal));
        notifications.tellHolders(
                "manage_licensing",
                renewal.companyId(),
                new Notice(
                        "renewal-answer-" + renewal.subscriptionId() + "-" + at.toEpochMilli(),
                        "renewal-answer-" + renewal.subscriptionId() + "-" + renewal.day(),
                        messages.text("renewal.told.answered", renewal.company(), said),
                        words.happens(renewal),
                        "licensing/renewals?show=answered"));
    }

    void muted(String product, boolean muted) {
        audit.record(muted ? "renewal.muted" : "renewal.unmuted", product, "");
    }

    private void record(String what, Renewal renewal, String details) {
        audit.record("renewal." + what, renewal.product() + ", " + renewal.company() + ", " + renewal.day(), details);
    }

    private static String question(Renewal renewal) {
        return "renewal-" + renewal.subscriptionId() + "-" + renewal.day();
    }
}
