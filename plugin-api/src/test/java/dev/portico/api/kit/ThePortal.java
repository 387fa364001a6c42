package dev.portico.api.kit;

import java.util.List;
import java.util.Set;

/** What the portal has itself, so that a plugin can neither take it nor declare it anew; a test of the portal keeps it true. */
public final class ThePortal {

    /** Permissions that screens and card actions of a plugin may name besides the plugin's own. */
    public static final Set<String> PERMISSIONS = Set.of(
            "manage_integrations",
            "manage_plugins",
            "manage_jobs",
            "manage_users",
            "read_companies",
            "write_companies",
            "manage_companies",
            "read_audit");

    /** First parts of the portal's own paths; all that lies below is the portal's as well. */
    public static final List<String> PATHS = List.of(
            "login",
            "logout",
            "setup",
            "settings",
            "companies",
            "jobs",
            "notifications",
            "invite",
            "oauth2",
            "actuator",
            "api",
            "error",
            "aura",
            "icons",
            "VAADIN",
            "portico.css");

    private ThePortal() {}
}
