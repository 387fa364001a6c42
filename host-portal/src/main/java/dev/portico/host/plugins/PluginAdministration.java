package dev.portico.host.plugins;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.host.CurrentUser;
import dev.portico.host.audit.AuditService;
import dev.portico.host.plugins.InstalledPlugin.Candidate;
import dev.portico.host.plugins.PluginOverview.NodeStatus;
import dev.portico.host.plugins.PluginOverview.Upgrade;
import dev.portico.host.plugins.packages.PackageRefused;
import dev.portico.host.plugins.unload.Lingering;
import dev.portico.host.plugins.unload.UnloadWatch;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What administrators may do with plugins. Everything here needs {@link #PERMISSION}; all nodes follow. */
@Service
public class PluginAdministration {

    /** Permission for Settings &gt; Plugins. */
    public static final String PERMISSION = "manage_plugins";

    private static final int EVENTS = 100;
    private static final String NOTHING = "nothing";

    private final PluginStore store;
    private final PackageStore stored;
    private final Packages packages;
    private final PluginRuntime runtime;
    private final NodeStates nodes;
    private final PluginRemoval removal;
    private final PluginHistory history;
    private final UnloadWatch watch;
    private final CurrentUser user;
    private final AuditService audit;

    PluginAdministration(
            PluginStore store,
            PackageStore stored,
            Packages packages,
            PluginRuntime runtime,
            NodeStates nodes,
            PluginRemoval removal,
            PluginHistory history,
            UnloadWatch watch,
            CurrentUser user,
            AuditService audit) {
        this.store = store;
        this.stored = stored;
        this.packages = packages;
        this.runtime = runtime;
        this.nodes = nodes;
        this.removal = removal;
        this.history = history;
        this.watch = watch;
        this.user = user;
        this.audit = audit;
    }

    /** Every installed plugin, ordered by name. */
    public List<PluginOverview> plugins() {
        user.require(PERMISSION);
        Map<String, List<NodeStatus>> states = nodes.byPlugin();
        Map<String, PackageStore.Stored> bySha = stored.all().stream()
                .collect(Collectors.toMap(it -> it.id() + it.sha256(), Function.identity()));
        return store.all().stream()
                .map(plugin -> overview(plugin, bySha, states.getOrDefault(plugin.id(), List.of())))
                .sorted(java.util.Comparator.comparing(it -> it.brings().name()))
                .toList();
    }

    /** One installed plugin. */
    public Optional<PluginOverview> plugin(String id) {
        return plugins().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static PluginOverview overview(
            InstalledPlugin plugin, Map<String, PackageStore.Stored> packages, List<NodeStatus> states) {
        PackageStore.Stored current = packages.get(plugin.id() + plugin.sha256());
        return new PluginOverview(
                plugin.id(),
                plugin.version(),
                plugin.wanted(),
                current.brings(),
                current.signer(),
                current.uploadedAt(),
                current.uploadedBy(),
                plugin.previous()
                        .map(sha256 -> packages.get(plugin.id() + sha256))
                        .map(PackageStore.Stored::version),
                plugin.candidate().map(PluginAdministration::upgrade),
                states);
    }

    private static Upgrade upgrade(Candidate candidate) {
        return new Upgrade(candidate.version(), candidate.phase(), candidate.since(), candidate.problem());
    }

    /** What happened in the life of a plugin, newest first. */
    public List<PluginEvent> events(String id) {
        user.require(PERMISSION);
        return history.newest(id, EVENTS);
    }

    /** The plugin as it runs on this node, for its health. */
    public Optional<RunningPlugin> running(String id) {
        user.require(PERMISSION);
        return runtime.find(id);
    }

    /** Loaders that were unloaded on this node minutes ago and are still in memory: a restart is advised. */
    public List<Lingering> lingering() {
        user.require(PERMISSION);
        return watch.lingering(UnloadWatch.PATIENCE);
    }

    /**
     * Checks a package and reads what it would bring; nothing is stored yet.
     *
     * @throws PackageRefused with every finding, if it cannot be installed
     * @throws PluginCallFailed if it fails to declare itself
     */
    public Offered look(byte[] jar) {
        user.require(PERMISSION);
        return packages.look(jar);
    }

    /**
     * Installs what was looked at, or begins the upgrade of the plugin that is there.
     *
     * @throws PluginBusy if another change of the plugin is under way
     */
    public void install(Offered offered) {
        user.require(PERMISSION);
        packages.take(offered, user.name());
        audit("plugin.installed", offered.id(), offered.version());
    }

    /** Says whether a plugin shall run; no, if that is so already. */
    public boolean setEnabled(String id, boolean enabled) {
        user.require(PERMISSION);
        if (!store.want(id, enabled ? Wanted.ENABLED : Wanted.DISABLED)) {
            return false;
        }
        history.decided(id, enabled ? "enabled" : "disabled", "", "", user.name());
        audit(enabled ? "plugin.enabled" : "plugin.disabled", id, "");
        return true;
    }

    /** Has every node try again at once what failed there. */
    public void tryAgain(String id) {
        user.require(PERMISSION);
        store.touch(id);
        history.decided(id, "try-again", "", "", user.name());
    }

    /**
     * Goes back to the version that was there before this one; tables stay as this one left them.
     *
     * @throws PluginBusy if another change of the plugin is under way
     */
    public void goBack(String id) {
        user.require(PERMISSION);
        InstalledPlugin plugin = installed(id);
        PluginCode previous = packages.previous(plugin).orElseThrow();
        packages.offer(plugin, previous, user.name());
        audit("plugin.went-back", id, previous.version());
    }

    /** Tries once more an upgrade that failed. */
    public void retryUpgrade(String id) {
        user.require(PERMISSION);
        InstalledPlugin plugin = installed(id);
        packages.offer(plugin, plugin.candidateCode().orElseThrow(), user.name());
    }

    /** Forgets an upgrade that failed or still waits. */
    public void withdrawUpgrade(String id) {
        user.require(PERMISSION);
        store.withdraw(id);
        stored.prune(id);
        history.decided(id, "upgrade-withdrawn", "", "", user.name());
    }

    /** How much the portal keeps for a plugin, installed or not; kinds of which there is nothing are left out. */
    public List<DataCount> data(String id) {
        user.require(PERMISSION);
        return removal.count(id, removal.keptGrants(id).orElseGet(() -> removal.ownGrants(id)));
    }

    /**
     * Removes a plugin, from whatever state it is in.
     *
     * @param withData also everything that the portal keeps for it; else it is there again after another installation
     */
    public void remove(String id, boolean withData) {
        user.require(PERMISSION);
        InstalledPlugin plugin = installed(id);
        history.decided(id, "removal-asked", plugin.version(), withData ? counts(id) : "", user.name());
        store.want(id, withData ? Wanted.REMOVE_WITH_DATA : Wanted.REMOVE_KEEPING_DATA);
        audit("plugin.removed", id, withData ? "with data" : "keeping data");
    }

    /** The counts as the history keeps them. */
    private String counts(String id) {
        String counts = data(id).stream().map(it -> it.kind() + "=" + it.count()).collect(Collectors.joining(", "));
        return counts.isEmpty() ? NOTHING : counts;
    }

    /** Data of plugins that were removed without it. */
    public List<KeptData> keptData() {
        user.require(PERMISSION);
        return removal.kept();
    }

    /** Deletes the data that a removed plugin left behind. */
    public void deleteKeptData(String id) {
        user.require(PERMISSION);
        String counts = counts(id);
        removal.deleteKept(id);
        history.decided(id, "data-deleted", "", counts, user.name());
        audit("plugin.data-deleted", id, counts);
    }

    /** Calls back, on whichever thread, after something about a plugin changed on any node. */
    public Registration onChange(Runnable listener) {
        return runtime.onChange(listener);
    }

    private InstalledPlugin installed(String id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("There is no plugin " + id));
    }

    private void audit(String action, String id, String details) {
        audit.record("portal", action, id, details);
    }
}
