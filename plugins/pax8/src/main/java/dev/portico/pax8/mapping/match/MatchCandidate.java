package dev.portico.pax8.mapping.match;

import java.util.UUID;

/**
 * A company of one of the two lists.
 *
 * @param city empty if unknown
 * @param country ISO 3166 code, empty if unknown
 * @param website empty if unknown
 */
public record MatchCandidate(UUID id, String name, String city, String country, String website) {}
