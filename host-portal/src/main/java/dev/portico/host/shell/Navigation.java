package dev.portico.host.shell;

import dev.portico.api.host.CurrentUser;
import dev.portico.host.security.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Service;

/** The navigation as the current user may see it. */
@Service
public class Navigation {

    private final NavigationRegistry registry;
    private final CurrentUser user;

    Navigation(NavigationRegistry registry, CurrentUser user) {
        this.registry = registry;
        this.user = user;
    }

    /** The items the current user has the permission for, by their order. */
    public List<NavigationItem> visible() {
        Map<Access, Boolean> asked = new HashMap<>();
        return registry.items().stream()
                .filter(item -> asked.computeIfAbsent(item.access(), access -> access.admits(user)))
                .toList();
    }

    /** What waits for the current user behind the items that can tell, by path; those with nothing are left out. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        for (NavigationItem item : registry.items()) {
            // why this order: most items have no badge, and permissions are asked of the database
            item.badge()
                    .filter(badge -> item.access().admits(user))
                    .map(LongSupplier::getAsLong)
                    .filter(count -> count > 0)
                    .ifPresent(count -> counts.put(item.path(), count));
        }
        return counts;
    }
}
