package dev.portico.api.job;

/**
 * The work of a background job. It runs at least once: after a crash the same run is started again, so that the work
 * must be idempotent.
 */
@FunctionalInterface
public interface PluginJob {

    /**
     * Does the work.
     *
     * @param run where to report progress and to notice cancellation
     * @return how it ended
     * @throws Exception a fault; the run is retried, and the exception's message is shown to administrators, so it
     *     holds no secret and no answer of an outside system
     */
    JobOutcome run(JobRun run) throws Exception;
}
