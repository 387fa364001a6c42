package dev.portico.pax8.sync;

/**
 * A sync has brought what Pax8 has, or most of it; published on the thread of its run.
 *
 * @param jobId a constant of {@link SyncJobs}
 */
public record SyncEnded(String jobId) {}
