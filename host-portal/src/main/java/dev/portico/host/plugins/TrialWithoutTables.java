package dev.portico.host.plugins;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A start that changes no tables: there is only the portal's own work to keep. */
final class TrialWithoutTables implements PluginTrial {

    private final DataSource dataSource;

    TrialWithoutTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void keep(Work also) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                also.on(connection);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void discard() {
        // nothing was changed
    }
}
