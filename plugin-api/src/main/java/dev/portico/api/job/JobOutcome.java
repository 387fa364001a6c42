package dev.portico.api.job;

/** How a run ended. */
public sealed interface JobOutcome {

    /** All was done. */
    record Succeeded(SyncCounts counts) implements JobOutcome {}

    /**
     * Part was done; the next run is expected to heal it.
     *
     * @param reason a translated sentence
     */
    record Incomplete(SyncCounts counts, String reason) implements JobOutcome {}

    /**
     * Nothing more can be done without a person; it is not retried.
     *
     * @param reason a translated sentence that says what to do
     */
    record Failed(String reason) implements JobOutcome {}

    /** Stopped on request. */
    record Cancelled(SyncCounts counts) implements JobOutcome {}
}
