package dev.portico.pax8.mapping;

import java.util.Optional;
import java.util.UUID;

/**
 * A Pax8 company and what it is mapped to.
 *
 * @param city empty if unknown
 * @param status Pax8's own word
 * @param seats of its active subscriptions as far as synced, 0 if none
 * @param portalCompany the company of the portal, if mapped
 */
public record MappingRow(
        UUID id, String name, String city, String status, long seats, Optional<PortalChoice> portalCompany) {

    /**
     * A company of the portal.
     *
     * @param name empty if it is out of the user's sight or was deleted
     */
    public record PortalChoice(UUID id, String name) {}
}
