package dev.portico.host.plugins;

import dev.portico.host.plugins.InstalledPlugin.Candidate;
import dev.portico.host.plugins.PluginOverview.Phase;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.texts.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tries another version of a plugin: looked at apart, work brought to rest, the old one stopped, the new one migrated,
 * started, asked, registered and kept. Whatever goes wrong before the last step, the old version serves again with its
 * tables as they were; a node that is killed in between finds the old version when it comes back.
 */
@Component
class PluginUpgrade {

    private static final Logger log = LoggerFactory.getLogger(PluginUpgrade.class);
    private static final Texts TEXTS = Texts.of("plugins");
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final PluginStore store;
    private final PackageStore packages;
    private final PluginRuntime runtime;
    private final StatusBoard board;
    private final Staging staging;
    private final PluginWork work;
    private final NodeIdentity node;
    private final NodeStates nodes;
    private final PluginHistory history;
    private final PluginsProperties properties;
    private final Clock clock;

    PluginUpgrade(
            PluginStore store,
            PackageStore packages,
            PluginRuntime runtime,
            StatusBoard board,
            Staging staging,
            PluginWork work,
            NodeIdentity node,
            NodeStates nodes,
            PluginHistory history,
            PluginsProperties properties,
            Clock clock) {
        this.store = store;
        this.packages = packages;
        this.runtime = runtime;
        this.board = board;
        this.staging = staging;
        this.work = work;
        this.node = node;
        this.nodes = nodes;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    /** Gives another version to a plugin that is switched off. */
    void switchWithoutTrial(InstalledPlugin plugin, String sha256) {
        if (!store.replace(plugin.id(), sha256)) {
            return;
        }
        packages.prune(plugin.id());
        history.happened(plugin.id(), "upgraded", plugin.candidate().map(Candidate::version).orElse(""), plugin.version());
    }

    /** Ends the trial of a node that was killed meanwhile. */
    void endIfInterrupted(InstalledPlugin plugin) {
        Optional<Candidate> running = plugin.candidate().filter(it -> it.phase() == Phase.RUNNING);
        if (running.isEmpty()) {
            return;
        }
        Candidate candidate = running.get();
        UUID tryingNode = candidate.node().orElseThrow();
        // why this node too: it is not trying anything at this moment, so it has forgotten what it was doing
        if (tryingNode.equals(node.id()) || !nodes.isUp(tryingNode)) {
            String problem = TEXTS.text("upgrade.interrupted");
            store.failed(plugin.id(), tryingNode, problem);
            history.happened(plugin.id(), "upgrade-failed", candidate.version(), problem);
        }
    }

    /**
     * Tries the version that waits.
     *
     * @return no, if another node was faster
     */
    boolean attempt(InstalledPlugin plugin) {
        if (!store.claim(plugin.id(), node.id(), longest())) {
            return false;
        }
        runtime.reached(plugin.id(), LifeCycleStep.CLAIMED);
        PluginCode next = plugin.candidateCode().orElseThrow();
        try {
            board.report(next, State.UPGRADING);
            tryOut(plugin, next);
            packages.prune(plugin.id());
        } catch (Throwable e) { // why: also an Error of the new version leads back to the old one
            log.error("Plugin {} could not be upgraded to {}", plugin.code(), next.version(), e);
            goBack(plugin, next, PluginGateway.text(e));
        }
        return true;
    }

    private void tryOut(InstalledPlugin plugin, PluginCode next) throws InterruptedException {
        staging.look(next);
        runtime.reached(plugin.id(), LifeCycleStep.STAGED);
        quiesce(plugin.id());
        runtime.reached(plugin.id(), LifeCycleStep.QUIESCED);
        runtime.stop(plugin.id(), Departure.UPGRADE);
        board.report(next, State.UPGRADING);
        runtime.start(next, true, connection -> keep(connection, plugin, next));
    }

    private void quiesce(String id) throws InterruptedException {
        StillWanted wanted = new StillWanted(store, id);
        long deadline = System.nanoTime() + properties.quiesceLimit().toNanos();
        while (!work.awaitIdle(id, LOOK_EVERY)) {
            if (!wanted.getAsBoolean()) {
                throw new IllegalStateException(TEXTS.text("upgrade.overtaken"));
            }
            if (System.nanoTime() >= deadline) {
                work.stop(id, properties.stopLimit());
                return;
            }
        }
    }

    /** The new version becomes the installed one in the transaction that keeps its tables. */
    private void keep(Connection connection, InstalledPlugin plugin, PluginCode next) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement("""
                        update portal.plugin
                        set previous_sha256 = sha256, sha256 = ?, revision = revision + 1, changed_at = ?,
                            candidate_sha256 = null, candidate_phase = null, candidate_since = null,
                            candidate_by = null, candidate_node = null, candidate_problem = null, held_until = null
                        where id = ? and wanted = 'ENABLED' and candidate_phase = 'RUNNING' and candidate_node = ?
                        """)) {
            change.setString(1, next.sha256());
            change.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            change.setString(3, next.id());
            change.setObject(4, node.id());
            if (change.executeUpdate() != 1) {
                throw new IllegalStateException(TEXTS.text("upgrade.overtaken"));
            }
        }
        history.happened(connection, next.id(), "upgraded", next.version(), plugin.version());
    }

    private void goBack(InstalledPlugin plugin, PluginCode next, String problem) {
        if (runtime.code(plugin.id()).filter(next::equals).isPresent()) {
            board.report(next, State.STARTED); // why: it was kept, and what went wrong came after that
            return;
        }
        store.failed(plugin.id(), node.id(), problem);
        history.happened(plugin.id(), "upgrade-failed", next.version(), problem);
        if (runtime.find(plugin.id()).isPresent()) {
            board.report(plugin.code(), State.STARTED);
        } else if (store.find(plugin.id()).filter(it -> it.wanted() == Wanted.ENABLED).isPresent()) {
            startAgain(plugin);
        }
    }

    private void startAgain(InstalledPlugin plugin) {
        try {
            board.report(plugin.code(), State.STARTING);
            runtime.start(plugin.code(), false, connection -> {});
        } catch (Throwable e) { // why: it is tried again like every plugin that does not run
            log.error("Plugin {} could not be started again", plugin.code(), e);
            board.report(plugin.code(), State.FAILED, Optional.of(PluginGateway.text(e)));
            history.happened(plugin.id(), "start-failed", plugin.version(), PluginGateway.text(e));
        }
    }

    private Duration longest() {
        return properties.quiesceLimit()
                .plus(properties.stopLimit().multipliedBy(2))
                .plus(properties.startLimit())
                .plus(Duration.ofSeconds(30));
    }
}
