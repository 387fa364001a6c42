package dev.portico.host.jobs;

import dev.portico.api.job.JobOutcome;
import java.util.concurrent.Callable;

/** The way into a plugin's code; a bean of this type may set what the plugin needs around the call. */
@FunctionalInterface
public interface JobGateway {

    /**
     * Calls the plugin.
     *
     * @param work the plugin's job
     * @return what the job returned
     * @throws Exception what the job threw
     */
    JobOutcome call(String pluginId, Callable<JobOutcome> work) throws Exception;
}
