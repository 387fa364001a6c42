package dev.portico.host.contract;

import com.zaxxer.hikari.HikariDataSource;
import dev.portico.host.plugins.PluginOffer;
import dev.portico.host.plugins.PluginScope;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A data source on the plugin's own schema, which is migrated before the plugin's beans are made. If there is something
 * to migrate, the whole start is a trial in one transaction: a start that fails leaves the tables as they were.
 */
@Component
@Order(10)
class DatabaseOffer implements PluginOffer {

    private static final int MOST_CONNECTIONS = 6;

    private final JdbcConnectionDetails database;
    private final JdbcClient jdbc;

    DatabaseOffer(JdbcConnectionDetails database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    @Override
    public void offer(PluginScope plugin, GenericApplicationContext context) {
        HikariDataSource pool = pool(plugin.id());
        plugin.whenGone().add("data source", () -> close(pool));
        PluginDatabase data = new PluginDatabase(pool);
        if (flyway(plugin, pool).info().pending().length > 0) {
            try {
                data.begin(TrialConnection.open(database, plugin.id()));
            } catch (SQLException e) {
                throw new IllegalStateException("The tables of the plugin cannot be changed now: " + e.getMessage(), e);
            }
            plugin.trial().accept(data);
            flyway(plugin, data).migrate();
        }
        context.registerBean(DataSource.class, () -> data, definition -> definition.setDestroyMethodName(""));
    }

    private HikariDataSource pool(String pluginId) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("plugin-" + pluginId);
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setSchema(schemaOf(pluginId));
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.addDataSourceProperty("ApplicationName", "plugin " + UUID.randomUUID());
        return pool;
    }

    private void close(HikariDataSource pool) {
        pool.close();
        // why: the server does not notice at once that nobody waits for a statement any more, and its locks would keep
        // the tables from being deleted
        jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = :name")
                .param("name", pool.getDataSourceProperties().getProperty("ApplicationName"))
                .query(Boolean.class)
                .list();
    }

    private static Flyway flyway(PluginScope plugin, DataSource data) {
        String schema = schemaOf(plugin.id());
        return Flyway.configure(plugin.loader())
                .dataSource(data)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:META-INF/portico/migrations")
                .load();
    }

    /** The schema of a plugin; ids hold only letters, digits and dashes. */
    static String schemaOf(String pluginId) {
        return pluginId.replace('-', '_');
    }
}
