package dev.portico.host.contract;

import com.vaadin.flow.shared.Registration;
import dev.portico.host.plugins.PluginContribution;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.security.Permission;
import dev.portico.host.security.PermissionRegistry;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes the permissions of a plugin. */
@Component
@Order(10)
class PermissionContribution implements PluginContribution {

    private final PermissionRegistry registry;

    PermissionContribution(PermissionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "permissions";
    }

    @Override
    public Registration register(RunningPlugin plugin) {
        List<Permission> permissions = plugin.declarations().permissions().stream()
                .map(it -> new Permission(it.key(), () -> plugin.text(it.nameKey())))
                .toList();
        return registry.register(plugin.id(), permissions);
    }
}
