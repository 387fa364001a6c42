package dev.portico.pax8.sync;

import java.time.Instant;

/**
 * Rows that a sync did not remove because it would have been suspiciously many.
 *
 * @param jobId a constant of {@link SyncJobs}; a run with {@link SyncJobs#CONFIRM_REMOVALS} removes them
 * @param missing rows that Pax8 no longer listed
 * @param existing rows here at that time
 */
public record HeldRemoval(String jobId, long missing, long existing, Instant heldAt) {}
