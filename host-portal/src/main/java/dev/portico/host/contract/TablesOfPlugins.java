package dev.portico.host.contract;

import dev.portico.host.plugins.DataCount;
import dev.portico.host.plugins.PluginData;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of plugins. */
@Component
@Order(10)
class TablesOfPlugins implements PluginData {

    private final JdbcClient jdbc;

    TablesOfPlugins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows by table, without Flyway's own. */
    @Override
    public List<DataCount> count(String pluginId, Set<String> grants) {
        return jdbc.sql("""
                        select table_name, (xpath('/row/rows/text()', query_to_xml(
                                format('select count(*) as rows from %I.%I', table_schema, table_name),
                                false, true, '')))[1]::text::bigint as rows
                        from information_schema.tables
                        where table_schema = :schema and table_type = 'BASE TABLE'
                          and table_name <> 'flyway_schema_history'
                        order by table_name
                        """)
                .param("schema", DatabaseOffer.schemaOf(pluginId))
                .query((row, number) -> new DataCount("rows:" + row.getString("table_name"), row.getLong("rows")))
                .list();
    }

    /** @throws CannotAcquireLockException if the tables are just being changed by the start of the plugin elsewhere */
    @Override
    public void delete(String pluginId, Set<String> grants) {
        boolean free = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", TableLock.name(pluginId))
                .query(Boolean.class)
                .single();
        if (!free) {
            throw new CannotAcquireLockException("The tables of " + pluginId + " are being changed by another node");
        }
        jdbc.sql("set local lock_timeout = '10s'").update();
        jdbc.sql("drop schema if exists \"" + DatabaseOffer.schemaOf(pluginId) + "\" cascade").update();
    }
}
