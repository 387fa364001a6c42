package dev.portico.host.plugins;

/** A bean that hears of each step in the life of a plugin on this node, on the thread that did it. */
@FunctionalInterface
public interface LifeCycleObserver {

    /** A step was done. */
    void reached(String pluginId, LifeCycleStep step);
}
