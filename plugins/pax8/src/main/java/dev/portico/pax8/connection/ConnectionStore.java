package dev.portico.pax8.connection;

import dev.portico.pax8.connection.StoredConnection.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the one connection. */
final class ConnectionStore {

    private final JdbcClient jdbc;

    ConnectionStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Optional<StoredConnection> find() {
        return jdbc.sql(
                        """
                        select state, method, account, new_account, reason, connected_at, connected_by, changed_at
                        from connection
                        """)
                .query((row, number) -> read(row))
                .optional();
    }

    void save(StoredConnection connection) {
        jdbc.sql(
                        """
                        insert into connection
                            (state, method, account, new_account, reason, connected_at, connected_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (only_one) do update set
                            state = excluded.state,
                            method = excluded.method,
                            account = excluded.account,
                            new_account = excluded.new_account,
                            reason = excluded.reason,
                            connected_at = excluded.connected_at,
                            connected_by = excluded.connected_by,
                            changed_at = excluded.changed_at
                        """)
                .param(connection.state().name())
                .param(connection.method().name())
                .param(connection.account())
                .param(connection.newAccount())
                .param(connection.reason())
                .param(time(connection.connectedAt()))
                .param(connection.connectedBy())
                .param(time(connection.changedAt()))
                .update();
    }

    /** Moves from one state to another; nothing happens, and false is returned, if it is in a different one. */
    boolean move(State from, State to, String reason, Instant now) {
        return jdbc.sql("update connection set state = ?, reason = ?, changed_at = ? where state = ?")
                        .param(to.name())
                        .param(reason)
                        .param(time(now))
                        .param(from.name())
                        .update()
                == 1;
    }

    void delete() {
        jdbc.sql("delete from connection").update();
    }

    /** How many companies are here. */
    long companies() {
        return jdbc.sql("select count(*) from company").query(Long.class).single();
    }

    /** How many of these companies are here. */
    long companiesOf(Collection<UUID> ids) {
        return jdbc.sql("select count(*) from company where id = any(cast(? as uuid[]))")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static StoredConnection read(ResultSet row) throws SQLException {
        return new StoredConnection(
                State.valueOf(row.getString("state")),
                ConnectionMethod.valueOf(row.getString("method")),
                row.getString("account"),
                row.getString("new_account"),
                row.getString("reason"),
                row.getObject("connected_at", OffsetDateTime.class).toInstant(),
                row.getString("connected_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
