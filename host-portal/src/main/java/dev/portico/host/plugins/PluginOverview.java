package dev.portico.host.plugins;

import dev.portico.host.plugins.PluginStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An installed plugin as administrators see it.
 *
 * @param version of the installed code
 * @param wanted what administrators want of it
 * @param brings what it says of itself
 * @param signer who signed the installed package; empty if it is unsigned
 * @param installedAt when this version was uploaded
 * @param installedBy sign-in name of who uploaded it
 * @param previousVersion version to which one can go back
 * @param upgrade an upgrade that waits, runs, or failed
 * @param nodes what became of it on every node that is up, this one first
 */
public record PluginOverview(
        String id,
        String version,
        Wanted wanted,
        Brings brings,
        Optional<String> signer,
        Instant installedAt,
        String installedBy,
        Optional<String> previousVersion,
        Optional<Upgrade> upgrade,
        List<NodeStatus> nodes) {

    /**
     * A change to another version.
     *
     * @param problem why it failed; the old version serves
     */
    public record Upgrade(String version, Phase phase, Instant since, Optional<String> problem) {}

    /** How far an upgrade is. */
    public enum Phase {
        WAITING,
        RUNNING,
        FAILED
    }

    /**
     * The plugin on one node.
     *
     * @param node name of the node
     * @param here whether it is the node that answers
     * @param lingering loaders of the plugin that were unloaded minutes ago and are still in memory; above 0 a restart
     *     of that node is advised
     */
    public record NodeStatus(String node, boolean here, PluginStatus status, int lingering) {}

    /** The state to show where there is room for one: the worst of all nodes. */
    public State state() {
        return nodes.stream()
                .map(node -> node.status().state())
                .max(java.util.Comparator.comparingInt(PluginOverview::gravity))
                .orElse(wanted == Wanted.ENABLED ? State.STARTING : State.DISABLED);
    }

    private static int gravity(State state) {
        return switch (state) {
            case STARTED -> 0;
            case DISABLED -> 1;
            case STARTING -> 2;
            case STOPPING -> 3;
            case UPGRADING -> 4;
            case FAILED -> 5;
        };
    }
}
