package dev.portico.host.plugins;

/** The steps of installing, starting, upgrading and removing a plugin, each named after what has just been done. */
public enum LifeCycleStep {
    /** The package and the wish stand in the database, and this node is about to start it. */
    INSTALLED,
    /** This node has taken the trial of another version. */
    CLAIMED,
    /** The other version could be loaded and asked apart from the running one. */
    STAGED,
    /** No run of the plugin's jobs is under way any more, or its time is over. */
    QUIESCED,
    /** The version that ran is stopped and unloaded here. */
    STOPPED,
    /** The classes are there. */
    LOADED,
    /** Tables are changed and beans are made, not kept yet. */
    STARTED,
    /** The plugin answered. */
    CHECKED,
    /** Screens, jobs and permissions are there. */
    REGISTERED,
    /** Tables and version are kept. */
    KEPT,
    /** The plugin serves. */
    SERVING,
    /** What the portal keeps for the plugin is deleted, not committed yet. */
    DELETING,
    /** The plugin is gone. */
    REMOVED
}
