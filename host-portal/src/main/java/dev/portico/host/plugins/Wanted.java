package dev.portico.host.plugins;

/** What administrators want of an installed plugin; every node makes it so. */
public enum Wanted {
    /** It shall run. */
    ENABLED,
    /** It shall not run; its data stays. */
    DISABLED,
    /** It shall go; its data stays for a later installation. */
    REMOVE_KEEPING_DATA,
    /** It shall go with everything the portal keeps for it. */
    REMOVE_WITH_DATA;

    /** Whether the plugin is on its way out. */
    public boolean removal() {
        return this == REMOVE_KEEPING_DATA || this == REMOVE_WITH_DATA;
    }
}
