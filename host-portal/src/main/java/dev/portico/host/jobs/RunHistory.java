package dev.portico.host.jobs;

import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Jobs.Trigger;
import dev.portico.api.job.SyncCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the history of runs, and forgets what is old. */
@Repository
class RunHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    RunHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An unfinished run.
     *
     * @param state {@code QUEUED} or {@code RUNNING}
     */
    record Unfinished(UUID id, RunState state, PluginJobRequest request) {}

    Optional<Run> byId(String pluginId, UUID id) {
        return jdbc.sql("select * from portal.job_run where plugin_id = :plugin and id = :id")
                .param("plugin", pluginId)
                .param("id", id)
                .query(RunHistory::run)
                .optional();
    }

    Optional<Run> unfinished(String pluginId, String jobId) {
        return jdbc.sql("""
                        select * from portal.job_run
                        where plugin_id = :plugin and job_id = :job and state in ('QUEUED', 'RUNNING')
                        """)
                .param("plugin", pluginId)
                .param("job", jobId)
                .query(RunHistory::run)
                .optional();
    }

    Optional<Run> latest(String pluginId, String jobId) {
        return newest(pluginId, jobId, "");
    }

    Optional<Run> latestSucceeded(String pluginId, String jobId) {
        return newest(pluginId, jobId, "and state = 'SUCCEEDED'");
    }

    private Optional<Run> newest(String pluginId, String jobId, String condition) {
        return jdbc.sql("""
                        select * from portal.job_run where plugin_id = :plugin and job_id = :job %s
                        order by coalesce(started_at, requested_at) desc limit 1
                        """.formatted(condition))
                .param("plugin", pluginId)
                .param("job", jobId)
                .query(RunHistory::run)
                .optional();
    }

    /** Unfinished runs of a plugin, or of all plugins if it is empty, with no change of state for that long. */
    List<Unfinished> unfinished(String pluginId, Duration rest) {
        return jdbc.sql("""
                        select * from portal.job_run
                        where state in ('QUEUED', 'RUNNING') and touched_at <= :before
                          and (:plugin = '' or plugin_id = :plugin)
                        """)
                .param("plugin", pluginId)
                .param("before", Timestamp.from(clock.instant().minus(rest)))
                .query((row, number) -> new Unfinished(
                        row.getObject("id", UUID.class),
                        RunState.valueOf(row.getString("state")),
                        new PluginJobRequest(
                                row.getString("plugin_id"),
                                row.getString("job_id"),
                                row.getString("trigger"),
                                row.getString("requested_by"),
                                row.getString("argument"))))
                .list();
    }

    /** Whether a run of the plugin is under way on any node. */
    boolean anyRunning(String pluginId) {
        return jdbc.sql("select exists (select from portal.job_run where plugin_id = :plugin and state = 'RUNNING')")
                .param("plugin", pluginId)
                .query(Boolean.class)
                .single();
    }

    long count(String pluginId) {
        return jdbc.sql("select count(*) from portal.job_run where plugin_id = :plugin")
                .param("plugin", pluginId)
                .query(Long.class)
                .single();
    }

    int forgetOlderThan(Duration age) {
        return jdbc.sql("delete from portal.job_run where ended_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    /** Deletes the runs of a plugin and their jobs in JobRunr, except one that is being worked on. */
    void deleteAll(String pluginId) {
        jdbc.sql("""
                        delete from jobs.jobrunr_jobs job using portal.job_run run
                        where job.id::text = run.id::text and run.plugin_id = :plugin and job.state <> 'PROCESSING'
                        """)
                .param("plugin", pluginId)
                .update();
        // why also by plan: a scheduled run that met another one of its job has no row in the history
        jdbc.sql("""
                        delete from jobs.jobrunr_jobs
                        where split_part(recurringjobid, '.', 1) = :plugin and state <> 'PROCESSING'
                        """)
                .param("plugin", pluginId)
                .update();
        jdbc.sql("delete from portal.job_run where plugin_id = :plugin")
                .param("plugin", pluginId)
                .update();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("job_id"),
                RunState.valueOf(row.getString("state")),
                Trigger.valueOf(row.getString("trigger")),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getLong("progress_done"),
                row.getLong("progress_total"),
                new SyncCounts(
                        row.getLong("read_count"),
                        row.getLong("added_count"),
                        row.getLong("changed_count"),
                        row.getLong("removed_count")),
                Optional.ofNullable(row.getString("message")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
