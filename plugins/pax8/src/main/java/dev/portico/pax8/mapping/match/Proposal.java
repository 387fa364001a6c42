package dev.portico.pax8.mapping.match;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A proposed pair.
 *
 * @param score how likely the pair is right, 0 to 1
 * @param reasons what it rests on and what speaks against it, the most telling first
 * @param rival the next best way to pair one of the two, if there is one worth naming
 */
public record Proposal(UUID leftId, UUID rightId, double score, List<Reason> reasons, Optional<Rival> rival) {

    private static final double CLOSE = 0.08;

    public Proposal {
        reasons = List.copyOf(reasons);
    }

    /** Whether the rival is so close that a person has to choose. */
    public boolean ambiguous() {
        return rival.filter(other -> score - other.score() < CLOSE).isPresent();
    }

    /**
     * Another pair that was considered.
     *
     * @param side which company of the pair would be another one
     * @param companyId that other company
     */
    public record Rival(Side side, UUID companyId, double score) {}

    /** One of the two lists. */
    public enum Side {
        LEFT,
        RIGHT
    }
}
