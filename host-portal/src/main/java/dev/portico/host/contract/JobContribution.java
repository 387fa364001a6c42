package dev.portico.host.contract;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.job.PluginJob;
import dev.portico.host.jobs.JobRegistry;
import dev.portico.host.jobs.PluginJobs;
import dev.portico.host.plugins.PluginContribution;
import dev.portico.host.plugins.RunningPlugin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes the jobs of a plugin; last, so that nothing runs before the rest is there. */
@Component
@Order(40)
class JobContribution implements PluginContribution {

    private static final Logger log = LoggerFactory.getLogger(JobContribution.class);

    /** Time that runs under way have to stop when their plugin goes; then they are on their own. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final JobRegistry registry;
    private final PluginJobs jobs;

    JobContribution(JobRegistry registry, PluginJobs jobs) {
        this.registry = registry;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Registration register(RunningPlugin plugin) {
        Deque<Registration> registered = new ArrayDeque<>();
        Registration all = () -> {
            stopAll(plugin);
            registered.forEach(Registration::remove);
        };
        try {
            plugin.declarations().jobs().forEach(job -> registered.push(register(plugin, job)));
        } catch (RuntimeException e) {
            all.remove();
            throw e;
        }
        return all;
    }

    private void stopAll(RunningPlugin plugin) {
        try {
            if (!jobs.stopAll(plugin.id(), STOP_LIMIT)) {
                log.warn("Plugin {}: a run did not stop in {} seconds; it is left behind", plugin, STOP_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Registration register(RunningPlugin plugin, JobDeclaration declaration) {
        PluginJob guarded = run -> plugin.callWithoutLimit(
                "job " + declaration.id(), () -> plugin.bean(declaration.job()).run(run));
        return registry.register(plugin.id(), declaration, () -> plugin.text(declaration.nameKey()), () -> guarded);
    }
}
