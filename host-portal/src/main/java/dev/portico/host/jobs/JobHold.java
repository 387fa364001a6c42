package dev.portico.host.jobs;

/** A bean of this type may keep runs of a plugin from beginning for a while, such as while it is being upgraded. */
@FunctionalInterface
public interface JobHold {

    /** Whether no run of the plugin may begin now. */
    boolean held(String pluginId);
}
