package dev.portico.host.plugins;

import com.vaadin.flow.shared.Registration;
import dev.portico.host.plugins.PluginStarter.Started;
import dev.portico.host.plugins.PluginStatus.State;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The plugins of this node. Reading is safe from every thread; only the life-cycle thread starts and stops them. */
@Component
public class PluginRuntime {

    private static final Logger log = LoggerFactory.getLogger(PluginRuntime.class);

    private final PluginStarter starter;
    private final StatusBoard board;
    private final PluginStore store;
    private final PluginWork work;
    private final PluginHistory history;
    private final PluginsProperties properties;
    private final ObjectProvider<LifeCycleObserver> observers;
    private final Map<String, Started> started = new ConcurrentHashMap<>();
    private final Map<String, Departure> departures = new ConcurrentHashMap<>();

    PluginRuntime(
            PluginStarter starter,
            StatusBoard board,
            PluginStore store,
            PluginWork work,
            PluginHistory history,
            PluginsProperties properties,
            ObjectProvider<LifeCycleObserver> observers) {
        this.starter = starter;
        this.board = board;
        this.store = store;
        this.work = work;
        this.history = history;
        this.properties = properties;
        this.observers = observers;
    }

    /** The running plugins, ordered by id. */
    public List<RunningPlugin> running() {
        return started.values().stream()
                .map(Started::plugin)
                .sorted(Comparator.comparing(RunningPlugin::id))
                .toList();
    }

    /** The running plugin of that id. */
    public Optional<RunningPlugin> find(String id) {
        return Optional.ofNullable(started.get(id)).map(Started::plugin);
    }

    /** What became of every installed plugin on this node, ordered by id. */
    public List<PluginStatus> statuses() {
        return board.all();
    }

    /** Why the plugin of that id is stopped, or was stopped the last time. */
    public Departure departure(String id) {
        return departures.getOrDefault(id, Departure.SWITCHED_OFF);
    }

    /** Calls back, on whichever thread, after something about a plugin changed on any node. */
    public Registration onChange(Runnable listener) {
        return board.onChange(listener);
    }

    /** Whether another version of the plugin is being tried on some node, so that no run of its jobs shall begin. */
    public boolean held(String id) {
        return store.held(id);
    }

    /** The code that runs here. */
    Optional<PluginCode> code(String id) {
        return find(id).map(RunningPlugin::code);
    }

    List<String> ids() {
        return List.copyOf(started.keySet());
    }

    /**
     * Starts a version.
     *
     * @param strict whether a version that starts but does not answer well is not kept
     * @param also done in the transaction that keeps what the start changed in the database
     * @throws RuntimeException if it did not start; everything was taken back
     */
    void start(PluginCode code, boolean strict, PluginTrial.Work also) {
        Started now = starter.start(new PluginStarter.Request(
                code, new StillWanted(store, code.id()), step -> reached(code.id(), step), strict, also));
        started.put(code.id(), now);
        board.report(code, State.STARTED);
        history.happened(code.id(), "started", code.version(), "");
        log.info("Plugin {} started", code);
        reached(code.id(), LifeCycleStep.SERVING);
    }

    /** Stops a plugin if it runs: nobody sees it any more, its runs get a while to end, then its classes go. */
    void stop(String id, Departure why) {
        stop(id, why, work::stop);
    }

    /** Stops a plugin here only, because another version follows; other nodes may run that version already. */
    void makeWay(String id) {
        work.forget(id);
        stop(id, Departure.UPGRADE, work::stopHere);
    }

    private void stop(String id, Departure why, WorkStop workStop) {
        departures.put(id, why);
        Started gone = started.remove(id);
        if (gone == null) {
            return;
        }
        PluginCode code = gone.plugin().code();
        board.report(code, State.STOPPING);
        starter.withdraw(gone);
        endWork(id, workStop);
        starter.close(gone);
        history.happened(id, "stopped", code.version(), "");
        log.info("Plugin {} stopped", code);
        reached(id, LifeCycleStep.STOPPED);
    }

    /** Ends runs, and says whether all did. */
    private interface WorkStop {
        boolean stop(String id, Duration patience) throws InterruptedException;
    }

    private void endWork(String id, WorkStop workStop) {
        try {
            if (!workStop.stop(id, properties.stopLimit())) {
                log.warn("Plugin {}: a run did not stop in {}; it is left behind", id, properties.stopLimit());
                history.happened(id, "run-left-behind", "", "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes all plugins because this node stops; their desired state and schedules stay. */
    void close() {
        ids().forEach(id -> starter.close(started.remove(id)));
    }

    void reached(String id, LifeCycleStep step) {
        log.debug("Plugin {}: {}", id, step);
        observers.forEach(observer -> observer.reached(id, step));
    }
}
