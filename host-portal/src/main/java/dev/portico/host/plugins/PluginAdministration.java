package dev.portico.host.plugins;

import dev.portico.api.host.CurrentUser;
import dev.portico.host.audit.AuditService;
import java.util.List;
import org.springframework.stereotype.Service;

/** What administrators may do with plugins. Everything here needs {@link #PERMISSION}. */
@Service
class PluginAdministration {

    /** Permission for Settings &gt; Plugins. */
    static final String PERMISSION = "manage_plugins";

    private final PluginStore store;
    private final PluginRuntime runtime;
    private final CurrentUser user;
    private final AuditService audit;

    PluginAdministration(PluginStore store, PluginRuntime runtime, CurrentUser user, AuditService audit) {
        this.store = store;
        this.runtime = runtime;
        this.user = user;
        this.audit = audit;
    }

    /** Every installed plugin and what became of it on this node. */
    List<PluginStatus> plugins() {
        user.require(PERMISSION);
        return runtime.statuses();
    }

    /** Says whether a plugin shall run; all nodes follow. */
    void setEnabled(String id, boolean enabled) {
        user.require(PERMISSION);
        store.setEnabled(id, enabled);
        audit.record("portal", enabled ? "plugin.enabled" : "plugin.disabled", id, "");
    }
}
