package dev.portico.host.jobs;

import dev.portico.api.job.JobDeclaration;
import dev.portico.api.job.PluginJob;
import java.util.function.Supplier;

/** A job of an enabled plugin. Nothing but the registry keeps one, so that the plugin can be unloaded. */
record RegisteredJob(
        String pluginId, JobDeclaration declaration, Supplier<String> name, Supplier<PluginJob> job) {

    String jobId() {
        return declaration.id();
    }
}
