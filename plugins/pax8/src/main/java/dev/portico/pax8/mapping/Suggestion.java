package dev.portico.pax8.mapping;

import dev.portico.pax8.mapping.MappingRow.PortalChoice;
import java.util.UUID;

/**
 * A proposal of Quick Match in words.
 *
 * @param pax8Id the Pax8 company
 * @param portalCompany the company it may be
 * @param percent how likely, 0 to 100
 * @param ambiguous whether another candidate is about as good, so that a person has to choose
 * @param reason one line that says why
 */
public record Suggestion(UUID pax8Id, PortalChoice portalCompany, int percent, boolean ambiguous, String reason) {}
