package dev.portico.host.contract;

import dev.portico.host.plugins.DataCount;
import dev.portico.host.plugins.PluginData;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of plugins. */
@Component
@Order(10)
class TablesOfPlugins implements PluginData {

    private static final Logger log = LoggerFactory.getLogger(TablesOfPlugins.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TablesOfPlugins(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Rows by table, without Flyway's own; what the server estimates while the plugin keeps a table locked. */
    @Override
    public List<DataCount> count(String pluginId, Set<String> grants) {
        try {
            return transactions.execute(transaction -> {
                // why: whoever asks is about to remove the plugin, which must not need the plugin's consent
                jdbc.sql("set local lock_timeout = '1s'").update();
                return counted(pluginId);
            });
        } catch (DataAccessException e) {
            log.info("The tables of plugin {} could not be counted: {}", pluginId, e.getMessage());
            return estimated(pluginId);
        }
    }

    private List<DataCount> estimated(String pluginId) {
        return jdbc.sql("""
                        select relname, n_live_tup from pg_stat_user_tables
                        where schemaname = :schema and relname <> 'flyway_schema_history' order by relname
                        """)
                .param("schema", DatabaseOffer.schemaOf(pluginId))
                .query((row, number) -> new DataCount("rows:" + row.getString("relname"), row.getLong("n_live_tup")))
                .list();
    }

    private List<DataCount> counted(String pluginId) {
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
