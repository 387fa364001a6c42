package dev.portico.pax8.licensing.requests;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a request's history.
 *
 * @param actor sign-in name, or {@code system}
 * @param from empty for the first
 * @param text what happened, readable; never a secret
 */
public record RequestStep(
        Instant at, String actor, RequestState.Step step, Optional<RequestState> from, RequestState to, String text) {}
