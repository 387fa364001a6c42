package dev.portico.host.plugins.calls;

import java.util.Locale;

/** How a call ended, as figures are kept by. */
public enum CallOutcome {
    /** It answered. */
    OK,
    /** It threw or answered null. */
    ERROR,
    /** It was interrupted at its limit. */
    TIMEOUT,
    /** It was not made because it hung a moment ago. */
    REFUSED,
    /** The user lacks a permission. */
    DENIED,
    /** It was interrupted because nobody waits for it any more. */
    CANCELLED;

    /** Whether the plugin is to blame. */
    public boolean failed() {
        return this == ERROR || this == TIMEOUT;
    }

    /** Name in metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
