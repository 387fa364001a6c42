package dev.portico.pax8.licensing;

import java.util.Optional;
import java.util.UUID;

/**
 * Which subscriptions to show.
 *
 * @param text part of product, vendor or company name, without regard to case; empty matches all
 * @param status Pax8's own word
 * @param company a company of the portal
 */
record SubscriptionFilter(String text, Optional<String> status, Optional<String> vendor, Optional<UUID> company) {

    static final SubscriptionFilter NONE =
            new SubscriptionFilter("", Optional.empty(), Optional.empty(), Optional.empty());

    boolean isEmpty() {
        return text.isBlank() && status.isEmpty() && vendor.isEmpty() && company.isEmpty();
    }
}
