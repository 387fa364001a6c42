package dev.portico.host.plugins;

import java.time.Duration;

/** The background work of plugins, as far as their life cycle needs to know. */
public interface PluginWork {

    /**
     * Waits until no run of the plugin is under way on any node.
     *
     * @return no, if one still is at the end of that time
     */
    boolean awaitIdle(String pluginId, Duration patience) throws InterruptedException;

    /**
     * Asks all runs of the plugin to stop, on all nodes, and waits for those of this node.
     *
     * @return no, if one ignores it until the end of that time
     */
    boolean stop(String pluginId, Duration patience) throws InterruptedException;

    /**
     * Asks the runs of the plugin on this node to stop, and waits for them.
     *
     * @return no, if one ignores it until the end of that time
     */
    boolean stopHere(String pluginId, Duration patience) throws InterruptedException;

    /** Forgets the jobs of the plugin on this node; their schedules stay, because other nodes go on. */
    void forget(String pluginId);

    /** Takes the schedules of a plugin away that is not running; its history stays. */
    void unschedule(String pluginId);
}
