package dev.portico.pax8.licensing.settings;

/** What became of an attempt to save settings. */
public sealed interface SaveResult {

    /** Saved as a version of its own. */
    record Saved(LicensingSettings settings) implements SaveResult {}

    /**
     * Not saved: somebody else has saved since these settings were read.
     *
     * @param theirs what counts now
     */
    record Overtaken(LicensingSettings theirs) implements SaveResult {}

    /**
     * Not saved: they contradict themselves.
     *
     * @param reason a translated sentence that says what to change
     */
    record Refused(String reason) implements SaveResult {}
}
