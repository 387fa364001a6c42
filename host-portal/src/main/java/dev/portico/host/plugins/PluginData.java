package dev.portico.host.plugins;

import java.util.List;
import java.util.Set;

/** A feature of the portal that keeps something for plugins in the database. Implementations are beans. */
public interface PluginData {

    /**
     * How much is kept for a plugin now.
     *
     * @param grants keys of permissions that exist for this plugin only
     */
    List<DataCount> count(String pluginId, Set<String> grants);

    /** Deletes all of it, within the transaction of the caller; harmless if nothing is there. */
    void delete(String pluginId, Set<String> grants);
}
