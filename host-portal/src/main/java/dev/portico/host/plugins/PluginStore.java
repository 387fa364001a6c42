package dev.portico.host.plugins;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of desired plugins; every change is announced to all nodes when its transaction commits. */
@Component
class PluginStore {

    /** The PostgreSQL channel on which changes are announced. */
    static final String CHANNEL = "portico_plugins";

    private final JdbcClient jdbc;
    private final Clock clock;

    PluginStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<InstalledPlugin> all() {
        return jdbc.sql("select id, version, sha256, enabled from portal.plugin order by id")
                .query(InstalledPlugin.class)
                .list();
    }

    Optional<InstalledPlugin> find(String id) {
        return jdbc.sql("select id, version, sha256, enabled from portal.plugin where id = :id")
                .param("id", id)
                .query(InstalledPlugin.class)
                .optional();
    }

    byte[] jar(String id, String sha256) {
        return jdbc.sql("select jar from portal.plugin where id = :id and sha256 = :sha256")
                .param("id", id)
                .param("sha256", sha256)
                .query(byte[].class)
                .single();
    }

    /** Installs a plugin or replaces its code; a new one is enabled, a known one keeps its switch. */
    @Transactional
    void save(PluginJar jar) {
        jdbc.sql("""
                        insert into portal.plugin (id, version, sha256, jar, enabled, installed_at, changed_at)
                        values (:id, :version, :sha256, :jar, true, :now, :now)
                        on conflict (id) do update
                        set version = excluded.version, sha256 = excluded.sha256, jar = excluded.jar,
                            changed_at = excluded.changed_at
                        """)
                .param("id", jar.id())
                .param("version", jar.version())
                .param("sha256", jar.sha256())
                .param("jar", jar.bytes())
                .param("now", now())
                .update();
        event(jar.id(), "installed", jar.version());
        announce();
    }

    @Transactional
    void setEnabled(String id, boolean enabled) {
        int rows = jdbc.sql("""
                        update portal.plugin set enabled = :enabled, changed_at = :now
                        where id = :id and enabled <> :enabled
                        """)
                .param("id", id)
                .param("enabled", enabled)
                .param("now", now())
                .update();
        if (rows > 0) {
            event(id, enabled ? "enabled" : "disabled", "");
            announce();
        }
    }

    /** Writes into the plugin's history. */
    void event(String id, String kind, String detail) {
        jdbc.sql("insert into portal.plugin_event (plugin_id, at, kind, detail) values (:id, :at, :kind, :detail)")
                .param("id", id)
                .param("at", now())
                .param("kind", kind)
                .param("detail", detail)
                .update();
    }

    private void announce() {
        jdbc.sql("select pg_notify('" + CHANNEL + "', '')").query().listOfRows();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
