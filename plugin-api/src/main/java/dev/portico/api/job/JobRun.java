package dev.portico.api.job;

import java.util.Optional;
import java.util.UUID;

/** One run of a job. */
public interface JobRun {

    /** Stable over retries and restarts. */
    UUID id();

    /** 1 for the first try. */
    int attempt();

    /** The argument given when the run was asked for; never a secret. */
    Optional<String> argument();

    /**
     * Reports progress.
     *
     * @param done units done so far
     * @param total units in all
     */
    void progress(long done, long total);

    /** A line of the run's log, for administrators; never a secret. */
    void info(String line);

    /** A warning in the run's log, for administrators; never a secret. */
    void warn(String line);

    /** Whether the run was asked to stop; jobs look between two pieces of work. */
    boolean cancelled();
}
