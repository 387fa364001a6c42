package dev.portico.pax8.partner;

import org.jspecify.annotations.Nullable;

/** Pax8 cannot answer at present; the client has tried again already, a later run may succeed. */
public final class PartnerFault extends PartnerProblem {

    PartnerFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
