package dev.portico.host.plugins;

import com.vaadin.flow.shared.Registration;
import dev.portico.host.plugins.PluginStatus.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The plugins of this node. Reading is safe from every thread; only the life-cycle thread changes it. */
@Component
public class PluginRuntime {

    private static final Logger log = LoggerFactory.getLogger(PluginRuntime.class);

    private final PluginStore store;
    private final PluginStarter starter;
    private final Clock clock;
    private final Map<String, PluginStarter.Started> started = new ConcurrentHashMap<>();
    private final Map<String, PluginStatus> statuses = new ConcurrentHashMap<>();
    private final Map<String, Departure> departures = new ConcurrentHashMap<>();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

    PluginRuntime(PluginStore store, PluginStarter starter, Clock clock) {
        this.store = store;
        this.starter = starter;
        this.clock = clock;
    }

    /** The running plugins, ordered by id. */
    public List<RunningPlugin> running() {
        return started.values().stream()
                .map(PluginStarter.Started::plugin)
                .sorted(Comparator.comparing(RunningPlugin::id))
                .toList();
    }

    /** The running plugin of that id. */
    public Optional<RunningPlugin> find(String id) {
        return Optional.ofNullable(started.get(id)).map(PluginStarter.Started::plugin);
    }

    /** What became of every installed plugin on this node, ordered by id. */
    public List<PluginStatus> statuses() {
        return statuses.values().stream()
                .sorted(Comparator.comparing(status -> status.installed().id()))
                .toList();
    }

    /** Why the plugin of that id is stopped, or was stopped the last time. */
    public Departure departure(String id) {
        return departures.getOrDefault(id, Departure.SWITCHED_OFF);
    }

    /** Calls back after a plugin started, stopped or failed; on any thread, so a listener that takes time hands over. */
    public Registration onChange(Runnable listener) {
        Runnable own = listener::run; // why: the same listener may be added twice, each registration takes back its own
        listeners.add(own);
        return Registration.once(() -> listeners.remove(own));
    }

    private void changed() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) { // why: a screen that cannot follow must not end the life-cycle thread
                log.warn("A change of the plugins could not be told to all who follow it", e);
            }
        }
    }

    /** Makes what runs here equal to what shall run; idempotent. */
    void reconcile() {
        List<InstalledPlugin> desired = store.all();
        List<String> gone = new ArrayList<>(started.keySet());
        gone.removeAll(desired.stream().map(InstalledPlugin::id).toList());
        gone.forEach(id -> stop(id, Departure.REMOVED));
        statuses.keySet().retainAll(desired.stream().map(InstalledPlugin::id).toList());
        desired.forEach(this::reconcile);
    }

    private void reconcile(InstalledPlugin wanted) {
        PluginStarter.Started current = started.get(wanted.id());
        boolean same = current != null && current.plugin().installed().sameCode(wanted);
        if (current != null && (!wanted.enabled() || !same)) {
            stop(wanted.id(), wanted.enabled() ? Departure.UPGRADE : Departure.SWITCHED_OFF);
        }
        if (!wanted.enabled()) {
            report(wanted, State.DISABLED, Optional.empty());
        } else if (!same && !failedBefore(wanted)) {
            start(wanted);
        }
    }

    /** A plugin that could not be started is left alone until its desired state changes. */
    private boolean failedBefore(InstalledPlugin wanted) {
        PluginStatus status = statuses.get(wanted.id());
        return status != null && status.state() == State.FAILED && status.installed().equals(wanted);
    }

    private void start(InstalledPlugin wanted) {
        try {
            started.put(wanted.id(), starter.start(wanted));
            log.info("Plugin {} {} started", wanted.id(), wanted.version());
            report(wanted, State.STARTED, Optional.empty());
        } catch (Throwable e) { // why: an Error of one plugin must not end the life-cycle thread
            log.error("Plugin {} {} could not be started", wanted.id(), wanted.version(), e);
            report(wanted, State.FAILED, Optional.of(PluginGateway.text(e)));
        }
    }

    private void stop(String id, Departure why) {
        departures.put(id, why);
        PluginStarter.Started going = started.remove(id);
        changed();
        starter.stop(going);
        log.info("Plugin {} stopped", id);
        changed();
    }

    /** Closes all plugins because this node stops. */
    void close() {
        List.copyOf(started.keySet()).forEach(id -> starter.close(started.remove(id)));
    }

    private void report(InstalledPlugin plugin, State state, Optional<String> problem) {
        PluginStatus old = statuses.get(plugin.id());
        if (old != null && old.state() == state && old.installed().equals(plugin)) {
            return;
        }
        store.event(plugin.id(), state.name().toLowerCase(Locale.ROOT), problem.orElse(plugin.version()));
        statuses.put(plugin.id(), new PluginStatus(plugin, state, Instant.now(clock), problem));
        changed();
    }
}
