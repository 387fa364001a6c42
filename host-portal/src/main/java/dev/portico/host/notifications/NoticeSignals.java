package dev.portico.host.notifications;

import com.vaadin.flow.shared.Registration;
import dev.portico.host.signals.DatabaseSignals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Passes on, to the windows of each user on this node, that notices changed on any node. */
@Component
class NoticeSignals {

    private final Map<UUID, List<Runnable>> listeners = new ConcurrentHashMap<>();

    NoticeSignals(DatabaseSignals signals) {
        signals.on(NoticeStore.CHANNEL, this::heard);
    }

    /** Calls back after the notices of a user have changed. */
    Registration onChange(UUID user, Runnable listener) {
        // why wrapped: the same listener registered twice is taken away once by each registration
        Runnable own = listener::run;
        listeners.compute(user, (id, all) -> {
            List<Runnable> known = all == null ? new CopyOnWriteArrayList<>() : all;
            known.add(own);
            return known;
        });
        return Registration.once(() -> listeners.computeIfPresent(user, (id, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        }));
    }

    private void heard(String user) {
        Collection<List<Runnable>> told =
                user.isEmpty() ? listeners.values() : List.of(listeners.getOrDefault(UUID.fromString(user), List.of()));
        told.forEach(all -> all.forEach(Runnable::run));
    }
}
