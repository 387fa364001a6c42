package dev.portico.host.contract;

import com.zaxxer.hikari.HikariDataSource;
import dev.portico.host.plugins.PluginOffer;
import dev.portico.host.plugins.PluginScope;
import dev.portico.host.texts.Texts;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
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

    private static final Texts TEXTS = Texts.of("plugins");
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
        try {
            Flyway tables = flyway(plugin, pool);
            if (tables.info().pending().length > 0) {
                changeTables(plugin, data);
            } else {
                tables.validate();
            }
        } catch (FlywayValidateException e) {
            throw new IllegalStateException(TEXTS.text("tables.unfit", firstLines(e.getMessage())));
        }
        context.registerBean(DataSource.class, () -> data, definition -> definition.setDestroyMethodName(""));
    }

    private void changeTables(PluginScope plugin, PluginDatabase data) {
        try {
            data.begin(TrialConnection.open(database, plugin.id()));
        } catch (SQLException e) {
            throw new IllegalStateException(TEXTS.text("tables.busy", e.getMessage()), e);
        }
        plugin.trial().accept(data);
        flyway(plugin, data).migrate();
    }

    /** Which migration does not fit, without Flyway's advice, which is for people with a command line. */
    private static String firstLines(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Need more") && !line.startsWith("To ignore"))
                .limit(3)
                .collect(Collectors.joining(" "));
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
