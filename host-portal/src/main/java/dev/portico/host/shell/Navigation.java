package dev.portico.host.shell;

import dev.portico.api.host.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Boolean> asked = new HashMap<>();
        return registry.items().stream()
                .filter(item -> item.permission().isEmpty()
                        || asked.computeIfAbsent(item.permission(), user::may))
                .toList();
    }
}
