package dev.portico.pax8.licensing.renewals;

import java.util.Locale;

/** What a client wants done with a subscription at its renewal. */
public enum RenewalAnswer {
    /** No answer yet. */
    ASKED,
    /** It goes on as it is. */
    KEEP,
    /** It goes on with fewer seats. */
    REDUCE,
    /** It ends. */
    CANCEL;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
