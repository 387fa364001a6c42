package dev.portico.pax8.licensing.productrequests;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.Messages;
import dev.portico.api.host.Notifications;
import dev.portico.api.host.Notifications.Notice;
import java.util.Locale;

/** Tells those whom it concerns, and the audit trail, what happened to a wish for a product. */
final class ProductRequestNews {

    private final Notifications notifications;
    private final AuditTrail audit;
    private final Messages messages;

    ProductRequestNews(Notifications notifications, AuditTrail audit, Messages messages) {
        this.notifications = notifications;
        this.audit = audit;
        this.messages = messages;
    }

    void made(ProductRequest request) {
        record("made", request, request.note());
        notifications.tellHolders(
                "manage_licensing",
                request.portalCompanyId(),
                new Notice(
                        topic(request) + "-made",
                        topic(request),
                        messages.text("wish.told.made", request.companyName()),
                        messages.text("wish.what", request.productName(), request.seats()),
                        "licensing/requests?tab=products"));
    }

    void closed(ProductRequest request) {
        String how = request.state().name().toLowerCase(Locale.ROOT);
        record(how, request, request.answer());
        notifications.settle(topic(request));
        if (request.state() == ProductRequest.State.CANCELLED) {
            return;
        }
        notifications.tellUser(
                request.requestedBy(),
                new Notice(
                        topic(request) + "-" + how,
                        topic(request),
                        messages.text("wish.told." + how, request.productName()),
                        request.answer(),
                        "my/requests?tab=products"));
    }

    private void record(String what, ProductRequest request, String details) {
        audit.record(
                "product-request." + what,
                "#" + request.number() + " " + request.productName() + ", " + request.companyName(),
                details);
    }

    private static String topic(ProductRequest request) {
        return "product-request-" + request.id();
    }
}
