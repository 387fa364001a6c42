package dev.portico.pax8.partner;

import org.jspecify.annotations.Nullable;

/** Pax8 did not do what it was asked. The message is for people, says what to do, and holds no raw answer. */
public abstract sealed class PartnerProblem extends RuntimeException permits PartnerFault, PartnerRefusal {

    PartnerProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
