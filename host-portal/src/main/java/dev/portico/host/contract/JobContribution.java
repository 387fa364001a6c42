package dev.portico.host.contract;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.job.PluginJob;
import dev.portico.host.jobs.JobRegistry;
import dev.portico.host.plugins.PluginContribution;
import dev.portico.host.plugins.RunningPlugin;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes the jobs of a plugin; last, so that nothing runs before the rest is there. */
@Component
@Order(40)
class JobContribution implements PluginContribution {

    private final JobRegistry registry;

    JobContribution(JobRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Registration register(RunningPlugin plugin) {
        Deque<Registration> registered = new ArrayDeque<>();
        Registration all = () -> registered.forEach(Registration::remove);
        try {
            plugin.declarations().jobs().forEach(job -> registered.push(register(plugin, job)));
        } catch (RuntimeException e) {
            all.remove();
            throw e;
        }
        return all;
    }

    private Registration register(RunningPlugin plugin, JobDeclaration declaration) {
        PluginJob guarded = run -> plugin.callWithoutLimit(
                "job " + declaration.id(), () -> plugin.bean(declaration.job()).run(run));
        return registry.register(plugin.id(), declaration, () -> plugin.text(declaration.nameKey()), () -> guarded);
    }
}
