package dev.portico.host.plugins;

import dev.portico.host.plugins.InstalledPlugin.Candidate;
import dev.portico.host.plugins.PluginStatus.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes what runs on this node equal to what administrators want; idempotent. Only the life-cycle thread calls it. */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final PluginStore store;
    private final PluginRuntime runtime;
    private final StatusBoard board;
    private final PluginUpgrade upgrade;
    private final PluginRemoval removal;
    private final PluginHistory history;
    private final FailedStarts failedStarts;

    Reconciler(
            PluginStore store,
            PluginRuntime runtime,
            StatusBoard board,
            PluginUpgrade upgrade,
            PluginRemoval removal,
            PluginHistory history,
            Clock clock) {
        this.store = store;
        this.runtime = runtime;
        this.board = board;
        this.upgrade = upgrade;
        this.removal = removal;
        this.history = history;
        this.failedStarts = new FailedStarts(clock);
    }

    void reconcile() {
        List<InstalledPlugin> desired = store.all();
        List<String> installed = desired.stream().map(InstalledPlugin::id).toList();
        runtime.ids().stream().filter(id -> !installed.contains(id))
                .forEach(id -> runtime.stop(id, Departure.REMOVED));
        board.retain(installed);
        failedStarts.retain(installed);
        desired.forEach(this::guarded);
    }

    private void guarded(InstalledPlugin wanted) {
        try {
            reconcile(wanted);
        } catch (RuntimeException e) { // why: trouble with one plugin must not keep the others from their state
            log.warn("Plugin {} could not be brought into its desired state, trying again", wanted.id(), e);
        }
    }

    private void reconcile(InstalledPlugin plugin) {
        switch (plugin.wanted()) {
            case ENABLED -> run(plugin);
            case DISABLED -> rest(plugin);
            case REMOVE_KEEPING_DATA, REMOVE_WITH_DATA -> {
                runtime.stop(plugin.id(), Departure.REMOVED);
                board.forget(plugin.id());
                removal.finish(plugin);
            }
        }
    }

    /** A plugin that is switched off takes another version without being started. */
    private void rest(InstalledPlugin plugin) {
        upgrade.endIfInterrupted(plugin);
        runtime.stop(plugin.id(), Departure.SWITCHED_OFF);
        board.report(plugin.code(), State.DISABLED);
        plugin.candidate()
                .filter(Candidate::waiting)
                .ifPresent(candidate -> upgrade.switchWithoutTrial(plugin, candidate.sha256()));
    }

    private void run(InstalledPlugin plugin) {
        upgrade.endIfInterrupted(plugin);
        if (plugin.candidate().filter(Candidate::waiting).isPresent() && upgrade.attempt(plugin)) {
            return;
        }
        boolean same = runtime.code(plugin.id()).filter(plugin.code()::equals).isPresent();
        if (!same && failedStarts.mayTry(plugin)) {
            runtime.makeWay(plugin.id());
            start(plugin);
        }
    }

    private void start(InstalledPlugin plugin) {
        board.report(plugin.code(), State.STARTING);
        runtime.reached(plugin.id(), LifeCycleStep.INSTALLED);
        try {
            runtime.start(plugin.code(), false, connection -> {});
            failedStarts.forget(plugin.id());
        } catch (Throwable e) { // why: an Error of one plugin must not end the life-cycle thread
            log.error("Plugin {} could not be started", plugin.code(), e);
            String problem = PluginGateway.text(e);
            board.report(plugin.code(), State.FAILED, Optional.of(problem));
            failedStarts.note(plugin); // why last: while nobody could be told, it is tried again at once
            history.happened(plugin.id(), "start-failed", plugin.version(), problem);
        }
    }
}
