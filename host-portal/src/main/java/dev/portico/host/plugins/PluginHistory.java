package dev.portico.host.plugins;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** What happened in the life of plugins, for people. It stays when a plugin goes. */
@Component
class PluginHistory {

    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final NodeIdentity node;
    private final Clock clock;

    PluginHistory(JdbcClient jdbc, NodeIdentity node, Clock clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    /** Something that a person decided. */
    void decided(String pluginId, String kind, String version, String detail, String by) {
        write(pluginId, kind, version, detail, "", by);
    }

    /** Something that happened on this node. */
    void happened(String pluginId, String kind, String version, String detail) {
        write(pluginId, kind, version, detail, node.name(), "");
    }

    /** Something that happened on this node, if that transaction is committed. */
    void happened(Connection transaction, String pluginId, String kind, String version, String detail) {
        write(
                JdbcClient.create(new SingleConnectionDataSource(transaction, true)),
                pluginId,
                kind,
                version,
                detail,
                node.name(),
                "");
    }

    private void write(String pluginId, String kind, String version, String detail, String at, String by) {
        write(jdbc, pluginId, kind, version, detail, at, by);
    }

    private void write(
            JdbcClient through, String pluginId, String kind, String version, String detail, String at, String by) {
        through.sql("""
                        insert into portal.plugin_event (plugin_id, at, kind, version, detail, node, actor)
                        values (:id, :at, :kind, :version, :detail, :node, :by)
                        """)
                .param("id", pluginId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("version", version)
                .param("detail", detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail)
                .param("node", at)
                .param("by", by)
                .update();
    }

    /** The newest events of a plugin, newest first. */
    List<PluginEvent> newest(String pluginId, int most) {
        return jdbc.sql("""
                        select at, kind, version, detail, node, actor from portal.plugin_event
                        where plugin_id = :id order by id desc limit :most
                        """)
                .param("id", pluginId)
                .param("most", most)
                .query(PluginHistory::read)
                .list();
    }

    private static PluginEvent read(ResultSet row, int number) throws SQLException {
        return new PluginEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("version"),
                row.getString("detail"),
                row.getString("node"),
                row.getString("actor"));
    }
}
