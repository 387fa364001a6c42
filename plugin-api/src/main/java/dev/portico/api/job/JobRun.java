package dev.portico.api.job;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

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

    /**
     * Does a piece of work beside the run, on a thread of the portal, such as writing one page while the next is
     * fetched. It acts for the portal as the run does. The run does not end before it: when the job returns or throws
     * while the work is under way, the work is interrupted and waited for.
     *
     * @param work must end soon after it was interrupted
     * @return what it returns or throws
     */
    <T> Future<T> alongside(Callable<T> work);
}
