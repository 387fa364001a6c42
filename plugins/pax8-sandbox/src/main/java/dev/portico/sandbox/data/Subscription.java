package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A subscription of a company to a product.
 *
 * @param vendorSkuId only shown when one subscription is read, never in lists
 * @param price       per unit and billing term, for the client
 * @param partnerCost per unit and billing term, for the partner
 * @param usage       whether it has usage summaries
 * @param pending     a change that Pax8 has accepted and the vendor has not carried out yet
 */
public record Subscription(String id, @Nullable String parentId, String companyId, String productId, @Nullable String productName,
                           @Nullable String vendorSubscriptionId, @Nullable String vendorSkuId, int quantity, Instant start,
                           @Nullable Instant end, Instant created, @Nullable Instant updated, @Nullable LocalDate billingStart,
                           String status, @Nullable BigDecimal price, @Nullable BigDecimal partnerCost, @Nullable String currency,
                           String billingTerm, @Nullable Commitment commitment, boolean usage, @Nullable Pending pending) {

    /**
     * What becomes of a subscription when the vendor is done.
     *
     * @param until when that is
     */
    public record Pending(Instant until, String status, int quantity) {
    }

    /** This subscription as it stands at the given time: a pending change whose time has come is carried out. */
    public Subscription at(Instant now) {
        return pending == null || now.isBefore(pending.until()) ? this
                : with(pending.quantity(), pending.status(), pending.until(), null);
    }

    /** The same subscription with another quantity and status. */
    public Subscription with(int newQuantity, String newStatus, @Nullable Instant newUpdated, @Nullable Pending newPending) {
        return new Subscription(id, parentId, companyId, productId, productName, vendorSubscriptionId, vendorSkuId, newQuantity, start,
                end, created, newUpdated, billingStart, newStatus, price, partnerCost, currency, billingTerm, commitment, usage, newPending);
    }

    /** The same subscription with another price for the client and another billing term. */
    public Subscription with(@Nullable BigDecimal newPrice, String newBillingTerm) {
        return new Subscription(id, parentId, companyId, productId, productName, vendorSubscriptionId, vendorSkuId, quantity, start,
                end, created, updated, billingStart, status, newPrice, partnerCost, currency, newBillingTerm, commitment, usage, pending);
    }

    /** The quantity that Pax8 has accepted last, shown or not. */
    public int accepted() {
        return pending == null ? quantity : pending.quantity();
    }

    /** The same subscription in another commitment, or in none. */
    public Subscription committed(@Nullable Commitment newCommitment) {
        return new Subscription(id, parentId, companyId, productId, productName, vendorSubscriptionId, vendorSkuId, quantity, start,
                end, created, updated, billingStart, status, price, partnerCost, currency, billingTerm, newCommitment, usage, pending);
    }

    /** The same subscription with another first day. */
    public Subscription started(Instant newStart) {
        return new Subscription(id, parentId, companyId, productId, productName, vendorSubscriptionId, vendorSkuId, quantity, newStart,
                end, created.isAfter(newStart) ? newStart : created, updated, LocalDate.ofInstant(newStart, ZoneOffset.UTC), status, price,
                partnerCost, currency, billingTerm, commitment, usage, pending);
    }

    /** The same subscription with a last day. */
    public Subscription ended(Instant newEnd) {
        return new Subscription(id, parentId, companyId, productId, productName, vendorSubscriptionId, vendorSkuId, quantity, start,
                newEnd, created, updated, billingStart, status, price, partnerCost, currency, billingTerm, commitment, usage, pending);
    }
}
