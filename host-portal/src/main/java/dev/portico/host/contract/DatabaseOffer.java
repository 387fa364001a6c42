package dev.portico.host.contract;

import com.zaxxer.hikari.HikariDataSource;
import dev.portico.host.plugins.PluginOffer;
import dev.portico.host.plugins.PluginScope;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A data source on the plugin's own schema, which is migrated before the plugin's beans are made. */
@Component
@Order(10)
class DatabaseOffer implements PluginOffer {

    private static final int MOST_CONNECTIONS = 6;

    private final JdbcConnectionDetails database;

    DatabaseOffer(JdbcConnectionDetails database) {
        this.database = database;
    }

    @Override
    public void offer(PluginScope plugin, GenericApplicationContext context) {
        String schema = schemaOf(plugin.id());
        HikariDataSource pool = new HikariDataSource();
        plugin.whenGone().add("data source", pool);
        pool.setPoolName("plugin-" + plugin.id());
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setSchema(schema);
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        Flyway.configure(plugin.loader())
                .dataSource(pool)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:META-INF/portico/migrations")
                .load()
                .migrate();
        context.registerBean(DataSource.class, () -> pool, definition -> definition.setDestroyMethodName(""));
    }

    /** The schema of a plugin; ids hold only letters, digits and dashes. */
    static String schemaOf(String pluginId) {
        return pluginId.replace('-', '_');
    }
}
