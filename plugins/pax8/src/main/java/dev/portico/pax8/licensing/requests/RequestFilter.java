package dev.portico.pax8.licensing.requests;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which requests to show.
 *
 * @param text part of product, company, requester or the number; empty matches all
 * @param states empty matches all
 * @param company of the portal
 * @param subscription at Pax8
 */
public record RequestFilter(
        String text, Set<RequestState> states, Optional<UUID> company, Optional<String> vendor, Optional<UUID> subscription) {

    public static final RequestFilter NONE =
            new RequestFilter("", Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public RequestFilter {
        states = Set.copyOf(states);
    }
}
