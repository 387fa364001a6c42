package dev.portico.host.security;

import dev.portico.host.texts.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/** The permissions that the portal itself brings. */
@Component
class HostPermissions {

    private static final List<String> KEYS = List.of(
            "manage_integrations",
            "manage_plugins",
            "manage_jobs",
            "manage_users",
            "read_companies",
            "write_companies",
            "manage_companies",
            "read_audit");

    HostPermissions(PermissionRegistry registry) {
        Texts texts = Texts.of("security");
        registry.register(
                "portal",
                KEYS.stream()
                        .map(key -> new Permission(key, () -> texts.text("permission." + key)))
                        .toList());
    }
}
