package dev.portico.host.contract;

import dev.portico.host.plugins.PluginTrial.Work;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * One transaction in which a plugin is migrated and started. Whoever borrows its connection may begin, commit and roll
 * back transactions of their own, which are savepoints in this one.
 */
final class TrialConnection {

    private static final Logger log = LoggerFactory.getLogger(TrialConnection.class);

    private final Connection connection;
    /** Where borrowers that have not ended yet began, newest first. */
    private final Deque<Savepoint> open = new ArrayDeque<>();

    private TrialConnection(Connection connection) {
        this.connection = connection;
    }

    /** Opens one; one node after the other, so that changes of tables are made once. */
    static TrialConnection open(JdbcConnectionDetails database, String pluginId) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.getUsername());
        properties.setProperty("password", database.getPassword());
        // why: a statement that fails and is caught must not end the transaction, as it would not without a trial
        properties.setProperty("autosave", "always");
        // why: thousands of savepoints on top of each other use up the locks of the server
        properties.setProperty("cleanupSavepoints", "true");
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "select pg_advisory_xact_lock(hashtextextended('" + TableLock.name(pluginId) + "', 0))");
                statement.execute("set local lock_timeout = '20s'");
            }
            requireWanted(connection, pluginId);
            connection.setSchema(DatabaseOffer.schemaOf(pluginId));
            return new TrialConnection(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** why: the plugin may have been removed while this node waited, and its tables must not come back. */
    private static void requireWanted(Connection connection, String pluginId) throws SQLException {
        try (var wanted = connection.prepareStatement(
                "select from portal.plugin where id = ? and wanted in ('ENABLED', 'DISABLED') for key share")) {
            wanted.setString(1, pluginId);
            if (!wanted.executeQuery().next()) {
                throw new IllegalStateException("The plugin is being removed");
            }
        }
    }

    /** The connection, to be closed by the borrower, which ends only what the borrower began. */
    Connection borrow() {
        return (Connection) Proxy.newProxyInstance(
                TrialConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Borrowed());
    }

    void commit(Work also) throws SQLException {
        try (connection) {
            also.on(connection);
            connection.commit();
        }
    }

    /** Never waits for a statement that is under way. */
    void rollback() {
        try {
            if (!connection.isClosed()) {
                connection.unwrap(PGConnection.class).cancelQuery();
            }
        } catch (SQLException e) {
            log.debug("A statement of a trial could not be broken off: {}", e.getMessage());
        }
        try {
            // why not a roll-back: it would wait for a thread that was given up; the server rolls back by itself
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log.warn("The connection of a trial could not be closed: {}", e.getMessage());
        }
    }

    /** A borrower's view of the connection. */
    private final class Borrowed implements InvocationHandler {

        private boolean autoCommit = true;
        private boolean closed;
        private boolean used;
        private @Nullable Savepoint begun;

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            synchronized (connection) {
                return switch (method.getName()) {
                    case "getAutoCommit" -> autoCommit;
                    case "setAutoCommit" -> autoCommit((Boolean) arguments[0]);
                    case "commit" -> commit();
                    case "rollback" -> arguments == null ? takeBack() : pass(method, arguments);
                    case "close" -> close();
                    case "isClosed" -> closed;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    // why: the transaction belongs to all, and has begun already
                    case "setTransactionIsolation", "setReadOnly" -> null;
                    case "abort" -> close();
                    default -> pass(method, arguments);
                };
            }
        }

        private @Nullable Object autoCommit(boolean wanted) throws SQLException {
            if (autoCommit && !wanted) {
                begin();
            } else if (!autoCommit && wanted) {
                end();
            }
            autoCommit = wanted;
            return null;
        }

        private @Nullable Object commit() throws SQLException {
            if (autoCommit) {
                throw new SQLException("There is no transaction to commit", "25P01");
            }
            return begin();
        }

        private @Nullable Object begin() throws SQLException {
            end();
            begun = connection.setSavepoint();
            used = false;
            open.push(begun);
            return null;
        }

        private void end() throws SQLException {
            // why only the newest: to release one releases those after it, which others may still need
            if (begun != null && open.peek() == begun) {
                connection.releaseSavepoint(begun);
            }
            open.remove(begun);
            begun = null;
        }

        private @Nullable Object takeBack() throws SQLException {
            // why looked for: whoever began earlier may have taken this back with its own
            if (begun != null && open.contains(begun)) {
                connection.rollback(begun);
                while (open.peek() != begun) {
                    open.pop();
                }
            }
            return null;
        }

        private @Nullable Object close() throws SQLException {
            if (!closed && !autoCommit) {
                // why only if used: it would take back what others committed since then
                if (used) {
                    takeBack();
                }
                end();
            }
            closed = true;
            return null;
        }

        private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
            if (closed) {
                throw new SQLException("This connection is closed", "08003");
            }
            used = true;
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
