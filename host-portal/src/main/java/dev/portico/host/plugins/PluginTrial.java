package dev.portico.host.plugins;

import java.sql.Connection;
import java.sql.SQLException;

/** What a start changes in the database and holds back until it is known whether the plugin serves. */
public interface PluginTrial {

    /**
     * Keeps what the start changed, in one transaction with the given work, or nothing of both.
     *
     * @throws SQLException if the database refused; nothing was kept
     */
    void keep(Work also) throws SQLException;

    /** Forgets what the start changed; harmless after {@link #keep}. */
    void discard();

    /** Statements of the same transaction. */
    @FunctionalInterface
    interface Work {

        /** Does them; must neither commit nor roll back. */
        void on(Connection connection) throws SQLException;
    }
}
