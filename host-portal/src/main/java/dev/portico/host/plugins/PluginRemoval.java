package dev.portico.host.plugins;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import dev.portico.host.security.PermissionRegistry;

/** Takes plugins out of the database once no node runs them any more: all in one transaction, or nothing. */
@Component
class PluginRemoval {

    private static final Logger log = LoggerFactory.getLogger(PluginRemoval.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final PackageStore packages;
    private final PluginStore store;
    private final NodeStates nodes;
    private final PluginHistory history;
    private final PluginWork work;
    private final PermissionRegistry permissions;
    private final ObjectProvider<PluginData> data;
    private final ObjectProvider<LifeCycleObserver> observers;
    private final Clock clock;

    PluginRemoval(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            PackageStore packages,
            PluginStore store,
            NodeStates nodes,
            PluginHistory history,
            PluginWork work,
            PermissionRegistry permissions,
            ObjectProvider<PluginData> data,
            ObjectProvider<LifeCycleObserver> observers,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.packages = packages;
        this.store = store;
        this.nodes = nodes;
        this.history = history;
        this.work = work;
        this.permissions = permissions;
        this.data = data;
        this.observers = observers;
        this.clock = clock;
    }

    /** Counts everything that would be deleted with the plugin's data. */
    List<DataCount> count(String id, Set<String> grants) {
        return data.orderedStream()
                .flatMap(it -> it.count(id, grants).stream())
                .filter(it -> it.count() > 0)
                .toList();
    }

    /** Keys of permissions that exist for this plugin only: neither the portal nor another plugin has them too. */
    Set<String> ownGrants(String id) {
        Set<String> own = new HashSet<>();
        Set<String> others = permissions.allExcept(id);
        for (PackageStore.Stored stored : packages.all()) {
            Set<String> keys = stored.brings().permissions().stream()
                    .map(Brings.Permission::key)
                    .collect(Collectors.toSet());
            (stored.id().equals(id) ? own : others).addAll(keys);
        }
        own.removeAll(others);
        return own;
    }

    /** Ends the removal of a plugin that does not run here, unless it still runs elsewhere. */
    void finish(InstalledPlugin plugin) {
        String id = plugin.id();
        if (nodes.anywhere(id)) {
            log.debug("Plugin {} still runs on another node; its removal waits", id);
            return;
        }
        try {
            // why outside: JobRunr writes on connections of its own
            work.unschedule(id);
            transactions.executeWithoutResult(transaction -> delete(plugin));
        } catch (CannotAcquireLockException e) {
            log.info("The removal of plugin {} waits: {}", id, e.getMessage());
            return;
        }
        log.info("Plugin {} removed, {}", plugin.code(), plugin.wanted());
        reached(id, LifeCycleStep.REMOVED);
    }

    private void delete(InstalledPlugin plugin) {
        String id = plugin.id();
        boolean mine = jdbc.sql("select id from portal.plugin where id = :id for update skip locked")
                .param("id", id)
                .query(String.class)
                .optional()
                .isPresent();
        if (!mine) {
            return;
        }
        Set<String> grants = ownGrants(id);
        if (plugin.wanted() == Wanted.REMOVE_WITH_DATA) {
            deleteData(id, grants);
        } else {
            keepData(plugin, grants);
        }
        jdbc.sql("""
                        insert into portal.plugin_dismissed (plugin_id, sha256, dismissed_at)
                        select plugin_id, sha256, :now from portal.plugin_package where plugin_id = :id
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("delete from portal.plugin where id = :id").param("id", id).update();
        jdbc.sql("delete from portal.plugin_package where plugin_id = :id").param("id", id).update();
        jdbc.sql("delete from portal.plugin_state where plugin_id = :id").param("id", id).update();
        history.happened(id, "removed", plugin.version(), plugin.wanted().name());
        store.announce();
        reached(id, LifeCycleStep.DELETING);
    }

    private void deleteData(String id, Set<String> grants) {
        data.orderedStream().forEach(it -> it.delete(id, grants));
        jdbc.sql("delete from portal.plugin_kept_data where plugin_id = :id").param("id", id).update();
    }

    private void keepData(InstalledPlugin plugin, Set<String> grants) {
        String name = packages.ofPlugin(plugin.id()).stream()
                .filter(it -> it.sha256().equals(plugin.sha256()))
                .map(it -> it.brings().name())
                .findFirst()
                .orElse(plugin.id());
        jdbc.sql("""
                        insert into portal.plugin_kept_data (plugin_id, name, version, grants, removed_at, removed_by)
                        values (:id, :name, :version, :grants, :now,
                            coalesce((select actor from portal.plugin_event
                                where plugin_id = :id and kind = 'removal-asked' order by id desc limit 1), ''))
                        on conflict (plugin_id) do update
                        set name = excluded.name, version = excluded.version, grants = excluded.grants,
                            removed_at = excluded.removed_at, removed_by = excluded.removed_by
                        """)
                .param("id", plugin.id())
                .param("name", name)
                .param("version", plugin.version())
                .param("grants", grants.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Deletes the data that a plugin left behind when it was removed without it. */
    void deleteKept(String id) {
        work.unschedule(id);
        transactions.executeWithoutResult(transaction -> keptGrants(id).ifPresent(grants -> {
            deleteData(id, grants);
            store.announce();
        }));
    }

    java.util.Optional<Set<String>> keptGrants(String id) {
        return jdbc.sql("select grants from portal.plugin_kept_data where plugin_id = :id")
                .param("id", id)
                .query((row, number) -> Set.of((String[]) row.getArray("grants").getArray()))
                .optional();
    }

    List<KeptData> kept() {
        return jdbc.sql("""
                        select plugin_id as id, name, version, removed_at, removed_by
                        from portal.plugin_kept_data order by name
                        """)
                .query((row, number) -> new KeptData(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("version"),
                        row.getTimestamp("removed_at").toInstant(),
                        row.getString("removed_by")))
                .list();
    }

    private void reached(String id, LifeCycleStep step) {
        observers.forEach(observer -> observer.reached(id, step));
    }
}
