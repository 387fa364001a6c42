package dev.portico.host.oauth;

import dev.portico.api.host.OAuthConnection.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of connections. */
@Component
class ConnectionStore {

    private final JdbcClient jdbc;

    ConnectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row of the table.
     *
     * @param reconnectReason why the connection is of no use any more
     */
    record Row(Connection connection, Optional<String> reconnectReason) {}

    Optional<Row> find(String pluginId) {
        return jdbc.sql("select * from portal.oauth_connection where plugin_id = :id")
                .param("id", pluginId)
                .query(ConnectionStore::row)
                .optional();
    }

    /** The row, locked until the transaction ends: one renewal at a time over all nodes. */
    Optional<Row> lock(String pluginId) {
        return jdbc.sql("select * from portal.oauth_connection where plugin_id = :id for update")
                .param("id", pluginId)
                .query(ConnectionStore::row)
                .optional();
    }

    void save(String pluginId, Connection connection) {
        jdbc.sql("""
                        insert into portal.oauth_connection
                            (plugin_id, connected_at, connected_by, account, refreshed_at, reconnect_reason)
                        values (:id, :at, :by, :account, :refreshed, null)
                        on conflict (plugin_id) do update
                        set connected_at = excluded.connected_at, connected_by = excluded.connected_by,
                            account = excluded.account, refreshed_at = excluded.refreshed_at, reconnect_reason = null
                        """)
                .param("id", pluginId)
                .param("at", utc(connection.connectedAt()))
                .param("by", connection.connectedBy())
                .param("account", connection.account())
                .param("refreshed", utc(connection.refreshedAt()))
                .update();
    }

    void refreshed(String pluginId, Instant at) {
        jdbc.sql("update portal.oauth_connection set refreshed_at = :at where plugin_id = :id")
                .param("at", utc(at))
                .param("id", pluginId)
                .update();
    }

    void reconnectNeeded(String pluginId, String reason) {
        jdbc.sql("update portal.oauth_connection set reconnect_reason = :reason where plugin_id = :id")
                .param("reason", reason)
                .param("id", pluginId)
                .update();
    }

    void delete(String pluginId) {
        jdbc.sql("delete from portal.oauth_connection where plugin_id = :id")
                .param("id", pluginId)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Connection(
                        row.getTimestamp("connected_at").toInstant(),
                        row.getString("connected_by"),
                        row.getString("account"),
                        row.getTimestamp("refreshed_at").toInstant()),
                Optional.ofNullable(row.getString("reconnect_reason")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
