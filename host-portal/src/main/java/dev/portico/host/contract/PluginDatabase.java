package dev.portico.host.contract;

import dev.portico.host.plugins.PluginTrial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The data source of a plugin. During a trial the threads that start the plugin share the trial's one connection, whose
 * changes nobody else sees; everybody else waits until the trial has ended.
 */
class PluginDatabase extends AbstractDataSource implements PluginTrial {

    private static final long MOST_SECONDS = 60;

    // why inheritable: parts of a start run on threads of their own, which the starting thread makes
    private static final InheritableThreadLocal<PluginDatabase> STARTING = new InheritableThreadLocal<>();

    private final DataSource pool;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable TrialConnection trial;

    PluginDatabase(DataSource pool) {
        this.pool = pool;
    }

    /** From now on this thread, and those it makes, use the trial's connection. */
    void begin(TrialConnection connection) {
        trial = connection;
        STARTING.set(this);
    }

    @Override
    public Connection getConnection() throws SQLException {
        TrialConnection current = trial;
        if (current == null) {
            return pool.getConnection();
        }
        if (STARTING.get() == this) {
            return current.borrow();
        }
        awaitEnd();
        return pool.getConnection();
    }

    private void awaitEnd() throws SQLException {
        try {
            if (!ended.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTransientConnectionException("The plugin is still starting: try again in a moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while the plugin was starting", e);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void keep(Work also) throws SQLException {
        TrialConnection current = trial;
        if (current == null) {
            throw new IllegalStateException("There is no trial, or it has ended");
        }
        current.commit(also);
        end();
    }

    @Override
    public void discard() {
        TrialConnection current = trial;
        if (current != null) {
            current.rollback();
            end();
        }
    }

    private void end() {
        trial = null;
        STARTING.remove();
        ended.countDown();
    }
}
