package dev.portico.host.plugins;

/** Why a plugin that runs is stopped. */
public enum Departure {
    /** Somebody switched it off; it stays installed. */
    SWITCHED_OFF,
    /** Its code is removed from the portal. */
    REMOVED,
    /** Another version of it is to run; it comes back in a moment. */
    UPGRADE
}
