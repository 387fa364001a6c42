package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What was ordered, once; later changes of its subscriptions do not show here. */
public record Order(String id, String companyId, LocalDate created, @Nullable String email, List<Line> lines) {

    /**
     * One product of an order.
     *
     * @param commitmentId   the chosen commitment
     * @param provisionStart when provisioning was asked to begin
     */
    public record Line(String id, String productId, String subscriptionId, @Nullable String commitmentId, @Nullable Instant provisionStart,
                       String billingTerm, int quantity) {
    }
}
