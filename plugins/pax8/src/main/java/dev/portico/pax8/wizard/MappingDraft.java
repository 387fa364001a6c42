package dev.portico.pax8.wizard;

import dev.portico.pax8.mapping.MappingRow;
import dev.portico.pax8.mapping.MappingRow.PortalChoice;
import dev.portico.pax8.mapping.Suggestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was chosen in one visit and is not saved yet. */
final class MappingDraft {

    private Map<UUID, Choice> choices = new LinkedHashMap<>();
    private Map<UUID, Suggestion> undecided = new HashMap<>();

    /** Takes a choice made by hand; choosing what is stored already takes the choice back. */
    void choose(MappingRow row, Optional<PortalChoice> portalCompany) {
        boolean asStored = row.portalCompany().map(PortalChoice::id).equals(portalCompany.map(PortalChoice::id));
        undecided.remove(row.id());
        if (asStored) {
            choices.remove(row.id());
        } else {
            choices.put(row.id(), new Choice(portalCompany, Optional.empty()));
        }
    }

    /**
     * Takes what Quick Match found in place of what it found before; choices made by hand stay.
     *
     * @return how many are chosen now because of it; ambiguous ones are not
     */
    int propose(List<Suggestion> suggestions) {
        choices.values().removeIf(choice -> choice.suggestion().isPresent());
        undecided.clear();
        int chosen = 0;
        for (Suggestion suggestion : suggestions) {
            if (suggestion.ambiguous()) {
                undecided.put(suggestion.pax8Id(), suggestion);
            } else {
                choices.put(
                        suggestion.pax8Id(),
                        new Choice(Optional.of(suggestion.portalCompany()), Optional.of(suggestion)));
                chosen++;
            }
        }
        return chosen;
    }

    /** A copy to return to. */
    MappingDraft copy() {
        MappingDraft copy = new MappingDraft();
        copy.restore(this);
        return copy;
    }

    /** Returns to a copy. */
    void restore(MappingDraft earlier) {
        choices = new LinkedHashMap<>(earlier.choices);
        undecided = new HashMap<>(earlier.undecided);
    }

    void clear() {
        choices.clear();
        undecided.clear();
    }

    void forget(UUID pax8Id) {
        choices.remove(pax8Id);
        undecided.remove(pax8Id);
    }

    Optional<Choice> choice(UUID pax8Id) {
        return Optional.ofNullable(choices.get(pax8Id));
    }

    /** A proposal that a person has to decide. */
    Optional<Suggestion> undecided(UUID pax8Id) {
        return Optional.ofNullable(undecided.get(pax8Id));
    }

    /** The Pax8 company that this company of the portal is chosen for. */
    Optional<UUID> chosenFor(UUID portalId) {
        return choices.entrySet().stream()
                .filter(entry -> entry.getValue().portalCompany().filter(it -> it.id().equals(portalId)).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Pax8 companies that were decided by hand. */
    Set<UUID> decidedByHand() {
        return choices.entrySet().stream()
                .filter(entry -> entry.getValue().suggestion().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Companies of the portal that were chosen by hand. */
    Set<UUID> takenByHand() {
        Set<UUID> taken = new HashSet<>();
        choices.values().stream()
                .filter(choice -> choice.suggestion().isEmpty())
                .forEach(choice -> choice.portalCompany().ifPresent(company -> taken.add(company.id())));
        return taken;
    }

    /** All Pax8 companies with a choice. */
    Set<UUID> decided() {
        return Set.copyOf(choices.keySet());
    }

    /** What is to be saved. */
    Map<UUID, Optional<UUID>> changes() {
        Map<UUID, Optional<UUID>> changes = new LinkedHashMap<>();
        choices.forEach((id, choice) -> changes.put(id, choice.portalCompany().map(PortalChoice::id)));
        return changes;
    }

    int size() {
        return choices.size();
    }

    boolean isEmpty() {
        return choices.isEmpty();
    }

    /**
     * A choice.
     *
     * @param portalCompany empty to unmap
     * @param suggestion what it rests on, empty if it was made by hand
     */
    record Choice(Optional<PortalChoice> portalCompany, Optional<Suggestion> suggestion) {}
}
