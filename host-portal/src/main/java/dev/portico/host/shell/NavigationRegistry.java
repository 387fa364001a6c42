package dev.portico.host.shell;

import com.vaadin.flow.shared.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** What stands in the drawer. Open browsers redraw theirs when something comes or goes. */
@Component
public class NavigationRegistry {

    private final CopyOnWriteArrayList<Entry<NavigationItem>> items = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Entry<Runnable>> listeners = new CopyOnWriteArrayList<>();

    /** Adds an item; the registration takes it away. */
    public Registration register(NavigationItem item) {
        Entry<NavigationItem> entry = new Entry<>(item);
        items.add(entry);
        changed();
        return Registration.once(() -> {
            items.remove(entry);
            changed();
        });
    }

    /** All items, by their order. */
    public List<NavigationItem> items() {
        return items.stream()
                .map(entry -> entry.value)
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
    }

    /** Calls back, on the thread that changed something, after each change. */
    public Registration onChange(Runnable listener) {
        Entry<Runnable> entry = new Entry<>(listener);
        listeners.add(entry);
        return Registration.once(() -> listeners.remove(entry));
    }

    private void changed() {
        listeners.forEach(entry -> entry.value.run());
    }

    /** Compared by identity, so that each registration takes back its own and no equal one. */
    private static final class Entry<T> {
        private final T value;

        private Entry(T value) {
            this.value = value;
        }
    }
}
