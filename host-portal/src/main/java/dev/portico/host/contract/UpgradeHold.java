package dev.portico.host.contract;

import dev.portico.host.jobs.JobHold;
import dev.portico.host.plugins.PluginRuntime;
import org.springframework.stereotype.Component;

/** While another version of a plugin is tried, no run of its jobs begins on any node. */
@Component
class UpgradeHold implements JobHold {

    private final PluginRuntime plugins;

    UpgradeHold(PluginRuntime plugins) {
        this.plugins = plugins;
    }

    @Override
    public boolean held(String pluginId) {
        return plugins.held(pluginId);
    }
}
