package dev.portico.host.plugins;

import com.vaadin.flow.shared.Registration;
import dev.portico.host.plugins.PluginStatus.State;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What became of the plugins on this node. Screens of this and of other nodes are told of every change. */
@Component
class StatusBoard {

    private static final Logger log = LoggerFactory.getLogger(StatusBoard.class);

    private final NodeStates nodes;
    private final PluginStore store;
    private final Clock clock;
    private final Map<String, Noted> noted = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    StatusBoard(NodeStates nodes, PluginStore store, Clock clock) {
        this.nodes = nodes;
        this.store = store;
        this.clock = clock;
    }

    private record Noted(String sha256, PluginStatus status) {}

    /** Notes a state; the time of a state that only repeats is kept. */
    void report(PluginCode code, State state, Optional<String> problem) {
        Noted before = noted.get(code.id());
        if (before != null
                && before.sha256.equals(code.sha256())
                && before.status.state() == state
                && before.status.problem().equals(problem)) {
            return;
        }
        PluginStatus status = new PluginStatus(code.id(), code.version(), state, clock.instant(), problem);
        noted.put(code.id(), new Noted(code.sha256(), status));
        nodes.note(status, code.sha256());
        changed();
        store.announce();
    }

    /** Notes all states once more, because the database has forgotten them. */
    void noteAgain() {
        noted.values().forEach(it -> nodes.note(it.status(), it.sha256()));
        store.announce();
    }

    void report(PluginCode code, State state) {
        report(code, state, Optional.empty());
    }

    /** Nothing is left here of a plugin. */
    void forget(String id) {
        if (noted.remove(id) != null) {
            nodes.forget(id);
            changed();
            store.announce();
        }
    }

    /** Forgets plugins that are not installed any more. */
    void retain(Collection<String> installed) {
        List.copyOf(noted.keySet()).stream().filter(id -> !installed.contains(id)).forEach(this::forget);
    }

    Optional<PluginStatus> find(String id) {
        return Optional.ofNullable(noted.get(id)).map(Noted::status);
    }

    List<PluginStatus> all() {
        return noted.values().stream()
                .map(Noted::status)
                .sorted(Comparator.comparing(PluginStatus::id))
                .toList();
    }

    /** Calls back, on whichever thread, after something about a plugin changed on any node. */
    Registration onChange(Runnable listener) {
        // why wrapped: the same listener registered twice is taken away once by each registration
        Runnable own = listener::run;
        listeners.add(own);
        return Registration.once(() -> listeners.remove(own));
    }

    void changed() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) { // why: one window that cannot be told must not keep the others from it
                log.warn("A listener could not be told that plugins changed", e);
            }
        }
    }
}
