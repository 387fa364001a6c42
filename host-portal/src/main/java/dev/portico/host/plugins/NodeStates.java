package dev.portico.host.plugins;

import dev.portico.host.plugins.PluginOverview.NodeStatus;
import dev.portico.host.plugins.PluginStatus.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which nodes are up, and what became of the plugins on each of them. */
@Component
class NodeStates {

    /** A node that was not heard of for so long is down. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final NodeIdentity node;
    private final Clock clock;

    NodeStates(JdbcClient jdbc, NodeIdentity node, Clock clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    /** This node comes up: what it said before it went is no longer true. */
    @Transactional
    void up() {
        jdbc.sql("""
                        insert into portal.portal_node (id, name, started_at, seen_at) values (:id, :name, :now, :now)
                        on conflict (id) do update set name = excluded.name, started_at = :now, seen_at = :now
                        """)
                .param("id", node.id())
                .param("name", node.name())
                .param("now", now())
                .update();
        jdbc.sql("delete from portal.plugin_state where node_id = :id").param("id", node.id()).update();
    }

    /** This node goes. */
    void down() {
        jdbc.sql("delete from portal.portal_node where id = :id").param("id", node.id()).update();
    }

    /**
     * Says that this node is up, and forgets nodes that were not heard of for long.
     *
     * @return no, if the others had taken this node for gone and forgotten what it said
     */
    boolean beat() {
        boolean known = jdbc.sql("update portal.portal_node set seen_at = :now where id = :id")
                        .param("now", now())
                        .param("id", node.id())
                        .update()
                == 1;
        if (!known) {
            up();
        }
        jdbc.sql("delete from portal.portal_node where seen_at < :silent")
                .param("silent", now().minus(SILENCE.multipliedBy(3)))
                .update();
        return known;
    }

    /** Notes what became of a plugin here. */
    void note(PluginStatus status, String sha256) {
        jdbc.sql("""
                        insert into portal.plugin_state (node_id, plugin_id, sha256, version, state, since, problem)
                        select :node, :id, :sha256, :version, :state, :since, :problem
                        where exists (select from portal.portal_node where id = :node)
                        on conflict (node_id, plugin_id) do update
                        set sha256 = excluded.sha256, version = excluded.version, state = excluded.state,
                            since = excluded.since, problem = excluded.problem
                        """)
                .param("node", node.id())
                .param("id", status.id())
                .param("sha256", sha256)
                .param("version", status.version())
                .param("state", status.state().name())
                .param("since", status.since().atOffset(ZoneOffset.UTC))
                .param("problem", status.problem().orElse(null))
                .update();
    }

    /** Notes by plugin how many loaders are still in memory here though they were unloaded minutes ago. */
    void noteLingering(Map<String, Long> lingering) {
        jdbc.sql("""
                        update portal.plugin_state
                        set lingering = coalesce((select count from unnest(:ids, :counts) as seen (id, count)
                            where seen.id = plugin_id), 0)
                        where node_id = :node and (lingering > 0 or plugin_id = any(:ids))
                        """)
                .param("ids", lingering.keySet().toArray(String[]::new))
                .param("counts", lingering.values().toArray(Long[]::new))
                .param("node", node.id())
                .update();
    }

    /** Nothing of the plugin is here any more. */
    void forget(String pluginId) {
        jdbc.sql("delete from portal.plugin_state where node_id = :node and plugin_id = :id")
                .param("node", node.id())
                .param("id", pluginId)
                .update();
    }

    /** Whether any node that is up has something of the plugin loaded, or may be about to. */
    boolean anywhere(String pluginId) {
        return jdbc.sql("""
                        select exists (select from portal.plugin_state state
                            join portal.portal_node node on node.id = state.node_id and node.seen_at >= :heard
                            where plugin_id = :id and state in ('STARTING', 'STARTED', 'UPGRADING', 'STOPPING'))
                        """)
                .param("id", pluginId)
                .param("heard", now().minus(SILENCE))
                .query(Boolean.class)
                .single();
    }

    /** Whether a node is up. */
    boolean isUp(java.util.UUID id) {
        return jdbc.sql("select exists (select from portal.portal_node where id = :id and seen_at >= :heard)")
                .param("id", id)
                .param("heard", now().minus(SILENCE))
                .query(Boolean.class)
                .single();
    }

    /** By plugin, what became of it on each node that is up; this node first. */
    Map<String, List<NodeStatus>> byPlugin() {
        return jdbc.sql("""
                        select plugin_id, version, state, since, problem, lingering, node.id, node.name
                        from portal.plugin_state state
                        join portal.portal_node node on node.id = state.node_id and node.seen_at >= :heard
                        order by node.id <> :here, node.name
                        """)
                .param("heard", now().minus(SILENCE))
                .param("here", node.id())
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(it -> it.status().id()));
    }

    private NodeStatus read(ResultSet row, int number) throws SQLException {
        PluginStatus status = new PluginStatus(
                row.getString("plugin_id"),
                row.getString("version"),
                State.valueOf(row.getString("state")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("problem")));
        boolean here = row.getObject("id", java.util.UUID.class).equals(node.id());
        return new NodeStatus(row.getString("name"), here, status, row.getInt("lingering"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
