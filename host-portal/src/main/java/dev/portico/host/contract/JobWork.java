package dev.portico.host.contract;

import dev.portico.host.jobs.PluginJobs;
import dev.portico.host.plugins.PluginWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The runs of plugins' jobs, for the life cycle of plugins. */
@Component
class JobWork implements PluginWork {

    private final PluginJobs jobs;

    JobWork(PluginJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean awaitIdle(String pluginId, Duration patience) throws InterruptedException {
        return jobs.awaitIdle(pluginId, patience);
    }

    @Override
    public boolean stop(String pluginId, Duration patience) throws InterruptedException {
        return jobs.stopAll(pluginId, patience);
    }

    @Override
    public boolean stopHere(String pluginId, Duration patience) throws InterruptedException {
        return jobs.stopHere(pluginId, patience);
    }

    @Override
    public void forget(String pluginId) {
        jobs.forget(pluginId);
    }

    @Override
    public void unschedule(String pluginId) {
        jobs.unschedule(pluginId);
    }
}
