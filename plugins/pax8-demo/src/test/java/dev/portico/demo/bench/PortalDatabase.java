package dev.portico.demo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The portal's database, past the portal. */
final class PortalDatabase implements AutoCloseable {

    private final Connection connection;

    PortalDatabase(String url, String user, String password) {
        try {
            connection = DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A run of a job that has ended. */
    record Run(String state, Instant start, Instant end) {}

    void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    String text(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    long count(String table) throws SQLException {
        return Long.parseLong(text("select count(*) from " + table));
    }

    /** How many runs of a job have ended. */
    long ended(String job) throws SQLException {
        return Long.parseLong(text("select count(*) from portal.job_run where job_id = ? and ended_at is not null", job));
    }

    /** The newest run of a job if it has ended. */
    Optional<Run> newest(String job) throws SQLException {
        try (PreparedStatement statement = prepared(
                        """
                        select state, started_at, ended_at from portal.job_run
                        where job_id = ? order by requested_at desc limit 1
                        """,
                        job);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getObject("ended_at") != null
                    ? Optional.of(new Run(row.getString("state"), instant(row, "started_at"), instant(row, "ended_at")))
                    : Optional.empty();
        }
    }

    CopyManager copy() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private PreparedStatement prepared(String sql, String... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
