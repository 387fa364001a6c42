package dev.portico.host.security;

import com.vaadin.flow.shared.Registration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The permissions that exist at this moment: the portal's own and those of the enabled plugins. */
@Component
public class PermissionRegistry {

    private final CopyOnWriteArrayList<Owned> registered = new CopyOnWriteArrayList<>();

    /**
     * Makes permissions known.
     *
     * @param owner id of the plugin, or {@code portal}
     * @return takes them back; roles keep the keys they hold
     */
    public Registration register(String owner, List<Permission> permissions) {
        Owned owned = new Owned(owner, List.copyOf(permissions));
        registered.add(owned);
        // why: by identity, since two plugins may declare equal lists and each takes back its own
        return Registration.once(() -> registered.removeIf(each -> each == owned));
    }

    /** All permissions that exist now, ordered by key. A key that several owners declare appears once. */
    public List<Permission> all() {
        return registered.stream()
                .flatMap(owned -> owned.permissions().stream())
                .collect(Collectors.toMap(Permission::key, each -> each, (first, second) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparing(Permission::key))
                .toList();
    }

    /** Keys of all permissions that exist now, other than by this owner. */
    public Set<String> allExcept(String owner) {
        return registered.stream()
                .filter(owned -> !owned.owner().equals(owner))
                .flatMap(owned -> owned.permissions().stream())
                .map(Permission::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private record Owned(String owner, List<Permission> permissions) {}
}
