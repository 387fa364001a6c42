package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.licensing.requests.SeatRequest.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A subscription as it is synced: what requests are about.
 *
 * @param seats now
 * @param status Pax8's own word
 * @param requestOpen whether a request for it is open
 */
public record Subject(
        UUID subscriptionId,
        UUID portalCompanyId,
        String companyName,
        Optional<UUID> productId,
        String productName,
        String vendorName,
        long seats,
        String status,
        Money money,
        Optional<Instant> commitmentEnd,
        boolean requestOpen) {

    /** Statuses of Pax8 in which a subscription has ended, or will, so that its seats cannot be changed any more. */
    public static final Set<String> ENDED = Set.of("Cancelled", "PendingCancel", "Converted");

    /** Whether it has ended, or will. */
    public boolean ended() {
        return ENDED.contains(status);
    }
}
