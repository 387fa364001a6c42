package dev.portico.host.jobs;

import org.jobrunr.jobs.lambdas.JobRequest;
import org.jspecify.annotations.Nullable;

/**
 * The only thing that is ever given to JobRunr. It holds strings only, because JobRunr resolves classes by name through
 * the portal's class loader, which does not know the plugins'.
 *
 * @param trigger name of a {@link dev.portico.api.host.Jobs.Trigger}
 * @param requestedBy sign-in name, empty for a schedule
 * @param argument for the job; stored and shown in clear, so never a secret
 */
public record PluginJobRequest(
        String pluginId, String jobId, String trigger, String requestedBy, @Nullable String argument)
        implements JobRequest {

    @Override
    public Class<PluginJobHandler> getJobRequestHandler() {
        return PluginJobHandler.class;
    }
}
