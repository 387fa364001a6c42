package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Behaviour;
import dev.portico.sandbox.data.Commitment;
import dev.portico.sandbox.data.Subscription;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;

/** How a subscription looks in JSON. */
final class SubscriptionBody {

    private SubscriptionBody() {
    }

    /** @param detail whether it is read alone; only then it has its vendorSkuId */
    static void write(JsonGenerator body, Subscription it, boolean detail, Behaviour behaviour) {
        body.writeStartObject();
        body.writeStringProperty("id", it.id());
        body.writeStringProperty("parentSubscriptionId", it.parentId());
        body.writeStringProperty("companyId", it.companyId());
        body.writeStringProperty("productId", it.productId());
        body.writeStringProperty("vendorSubscriptionId", it.vendorSubscriptionId());
        if (detail) {
            body.writeStringProperty("vendorSkuId", it.vendorSkuId());
        }
        body.writeNumberProperty("quantity", it.quantity());
        Dates.write(body, "startDate", it.id(), it.start());
        Dates.write(body, "endDate", it.id(), it.end());
        Dates.write(body, "createdDate", it.id(), it.created());
        Dates.write(body, "updatedDate", it.id(), it.updated());
        Dates.day(body, "billingStart", it.billingStart());
        boolean unknown = behaviour.unknownValues() && Math.floorMod(it.id().hashCode(), 50) == 3;
        body.writeStringProperty("status", unknown ? "AwaitingVendorReview" : it.status());
        money(body, "price", it.price());
        if (it.currency() != null) {
            body.writeStringProperty("currencyCode", it.currency());
        }
        money(body, "partnerCost", it.partnerCost());
        if (it.productName() != null) {
            body.writeStringProperty("productName", it.productName());
        }
        body.writeStringProperty("billingTerm", it.billingTerm());
        commitment(body, behaviour.commitmentField(), it.commitment());
        body.writeEndObject();
    }

    private static void money(JsonGenerator body, String name, @Nullable BigDecimal amount) {
        if (amount == null) {
            body.writeNullProperty(name);
        } else {
            body.writeNumberProperty(name, amount);
        }
    }

    private static void commitment(JsonGenerator body, String name, @Nullable Commitment commitment) {
        if (commitment == null) {
            body.writeNullProperty(name);
            return;
        }
        body.writeName(name);
        body.writeStartObject();
        body.writeStringProperty("id", commitment.id());
        body.writeStringProperty("term", commitment.term());
        Dates.midnight(body, "endDate", commitment.end());
        body.writeEndObject();
    }
}
