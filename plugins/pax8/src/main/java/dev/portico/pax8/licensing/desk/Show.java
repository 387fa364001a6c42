package dev.portico.pax8.licensing.desk;

import dev.portico.pax8.licensing.requests.RequestState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which requests the list shows, by their state. */
enum Show {
    /** For a decision. */
    WAITING(EnumSet.of(RequestState.PENDING)),
    /** Not finished yet, whoever's turn it is. */
    OPEN(RequestState.OPEN),
    /** Finished, well or not; a failed one can be tried again. */
    DONE(EnumSet.complementOf(EnumSet.copyOf(RequestState.OPEN))),
    ALL(Set.of());

    private final Set<RequestState> states;

    Show(Set<RequestState> states) {
        this.states = Set.copyOf(states);
    }

    Set<RequestState> states() {
        return states;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Show> of(String key) {
        for (Show show : values()) {
            if (show.key().equals(key)) {
                return Optional.of(show);
            }
        }
        return Optional.empty();
    }
}
