package dev.portico.host.plugins;

import dev.portico.host.plugins.InstalledPlugin.Candidate;
import dev.portico.host.plugins.PluginOverview.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of desired plugins; every change is announced to all nodes when its transaction commits. */
@Component
class PluginStore {

    /** The PostgreSQL channel on which changes are announced. */
    static final String CHANNEL = "portico_plugins";

    private static final String SELECT = """
            select plugin.id, plugin.sha256, package.version, wanted, revision, previous_sha256,
                candidate_sha256, candidate.version as candidate_version, candidate_phase, candidate_since,
                candidate_node, candidate_problem
            from portal.plugin
            join portal.plugin_package package on package.plugin_id = plugin.id and package.sha256 = plugin.sha256
            left join portal.plugin_package candidate
                on candidate.plugin_id = plugin.id and candidate.sha256 = plugin.candidate_sha256
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PluginStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<InstalledPlugin> all() {
        return jdbc.sql(SELECT + "order by plugin.id").query(PluginStore::read).list();
    }

    Optional<InstalledPlugin> find(String id) {
        return jdbc.sql(SELECT + "where plugin.id = :id")
                .param("id", id)
                .query(PluginStore::read)
                .optional();
    }

    private static InstalledPlugin read(ResultSet row, int number) throws SQLException {
        String candidate = row.getString("candidate_sha256");
        return new InstalledPlugin(
                row.getString("id"),
                row.getString("version"),
                row.getString("sha256"),
                Wanted.valueOf(row.getString("wanted")),
                row.getLong("revision"),
                Optional.ofNullable(row.getString("previous_sha256")),
                candidate == null
                        ? Optional.empty()
                        : Optional.of(new Candidate(
                                row.getString("candidate_version"),
                                candidate,
                                Phase.valueOf(row.getString("candidate_phase")),
                                row.getObject("candidate_since", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getObject("candidate_node", UUID.class)),
                                Optional.ofNullable(row.getString("candidate_problem")))));
    }

    /**
     * Makes a plugin known and wants it to run.
     *
     * @throws PluginBusy if it was installed a moment ago, such as by another node
     */
    @Transactional
    void install(String id, String sha256) {
        int rows = jdbc.sql("""
                        insert into portal.plugin (id, sha256, wanted, changed_at) values (:id, :sha256, 'ENABLED', :now)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("sha256", sha256)
                .param("now", now())
                .update();
        if (rows == 0) {
            throw new PluginBusy(id);
        }
        jdbc.sql("delete from portal.plugin_kept_data where plugin_id = :id").param("id", id).update();
        jdbc.sql("delete from portal.plugin_dismissed where plugin_id = :id and sha256 = :sha256")
                .param("id", id)
                .param("sha256", sha256)
                .update();
        announce();
    }

    /**
     * Replaces the code of a plugin that does not run by the one that waits; the former code stays as the previous one.
     *
     * @return no, if another node was faster
     */
    @Transactional
    boolean replace(String id, String sha256) {
        int rows = jdbc.sql(SWITCH)
                .param("id", id)
                .param("sha256", sha256)
                .param("now", now())
                .update();
        announce();
        return rows > 0;
    }

    /** Makes another code the installed one, and the installed one the previous one. */
    private static final String SWITCH = """
            update portal.plugin
            set previous_sha256 = sha256, sha256 = :sha256, revision = revision + 1, changed_at = :now,
                candidate_sha256 = null, candidate_phase = null, candidate_since = null, candidate_by = null,
                candidate_node = null, candidate_problem = null, held_until = null
            where id = :id and candidate_sha256 = :sha256 and candidate_phase = 'WAITING' and wanted = 'DISABLED'
            """;

    /** Wants something else of a plugin; no, if it is wanted already, or the plugin is on its way out or gone. */
    @Transactional
    boolean want(String id, Wanted wanted) {
        int rows = jdbc.sql("""
                        update portal.plugin set wanted = :wanted, revision = revision + 1, changed_at = :now
                        where id = :id and wanted in ('ENABLED', 'DISABLED') and wanted <> :wanted
                        """)
                .param("id", id)
                .param("wanted", wanted.name())
                .param("now", now())
                .update();
        announce();
        return rows > 0;
    }

    /** Lets every node try again what failed there. */
    @Transactional
    void touch(String id) {
        jdbc.sql("update portal.plugin set revision = revision + 1, changed_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
        announce();
    }

    /** Offers another version to be tried; no, if one is being tried at this moment. */
    @Transactional
    boolean offer(String id, String sha256, String by) {
        int rows = jdbc.sql("""
                        update portal.plugin
                        set candidate_sha256 = :sha256, candidate_phase = 'WAITING', candidate_since = :now,
                            candidate_by = :by, candidate_node = null, candidate_problem = null,
                            revision = revision + 1
                        where id = :id and candidate_phase is distinct from 'RUNNING' and wanted in ('ENABLED', 'DISABLED')
                        """)
                .param("id", id)
                .param("sha256", sha256)
                .param("by", by)
                .param("now", now())
                .update();
        announce();
        return rows > 0;
    }

    /** Takes the trial of a version for this node; no, if another node was faster. */
    @Transactional
    boolean claim(String id, UUID node, Duration hold) {
        return jdbc.sql("""
                        update portal.plugin
                        set candidate_phase = 'RUNNING', candidate_node = :node, candidate_since = :now,
                            held_until = :held
                        where id = :id and candidate_phase = 'WAITING'
                        """)
                        .param("id", id)
                        .param("node", node)
                        .param("now", now())
                        .param("held", now().plus(hold))
                        .update()
                == 1;
    }

    /** Ends a trial that did not succeed. */
    @Transactional
    void failed(String id, UUID node, String problem) {
        jdbc.sql("""
                        update portal.plugin
                        set candidate_phase = 'FAILED', candidate_since = :now, candidate_problem = :problem,
                            held_until = null
                        where id = :id and candidate_phase = 'RUNNING' and candidate_node = :node
                        """)
                .param("id", id)
                .param("node", node)
                .param("now", now())
                .param("problem", problem)
                .update();
        announce();
    }

    /** Forgets a version that was to be tried, unless it is being tried at this moment. */
    @Transactional
    void withdraw(String id) {
        jdbc.sql("""
                        update portal.plugin
                        set candidate_sha256 = null, candidate_phase = null, candidate_since = null,
                            candidate_by = null, candidate_node = null, candidate_problem = null
                        where id = :id and candidate_phase <> 'RUNNING'
                        """)
                .param("id", id)
                .update();
        announce();
    }

    /** Whether no run of the plugin's jobs may begin now. */
    boolean held(String id) {
        return jdbc.sql("select exists (select from portal.plugin where id = :id and held_until > :now)")
                .param("id", id)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Tells all nodes and their screens that something changed. */
    void announce() {
        jdbc.sql("select pg_notify('" + CHANNEL + "', '')").query().listOfRows();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
