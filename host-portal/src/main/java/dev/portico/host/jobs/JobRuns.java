package dev.portico.host.jobs;

import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.job.SyncCounts;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history of runs, which is also the guard that a job runs once at a time: an index over the unfinished rows lets
 * only one in, whichever node asks.
 */
@Repository
class JobRuns {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JobRuns(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Answer to {@link #begin}. */
    sealed interface Begin {

        /** The run is under way, for the given time. */
        record Started(int attempt) implements Begin {}

        /** Another run of the job is under way. */
        record Busy() implements Begin {}

        /** Somebody stopped the run before it began. */
        record Cancelled() implements Begin {}
    }

    /** Makes a waiting run, unless one of the job is under way; then the answer is no. */
    boolean request(UUID id, PluginJobRequest request) {
        return insert(id, request, RunState.QUEUED, null);
    }

    private boolean insert(UUID id, PluginJobRequest request, RunState state, @Nullable String message) {
        return jdbc.sql("""
                        insert into portal.job_run (id, plugin_id, job_id, state, trigger, requested_by, requested_at,
                            touched_at, started_at, ended_at, attempt, message, argument)
                        values (:id, :plugin, :job, :state, :trigger, :by, :now,
                            :now, case when :state = 'RUNNING' then cast(:now as timestamptz) end,
                            case when :state = 'CANCELLED' then cast(:now as timestamptz) end,
                            case when :state = 'RUNNING' then 1 else 0 end, :message, :argument)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("plugin", request.pluginId())
                        .param("job", request.jobId())
                        .param("state", state.name())
                        .param("trigger", request.trigger())
                        .param("by", request.requestedBy())
                        .param("now", now())
                        .param("message", message)
                        .param("argument", request.argument())
                        .update()
                == 1;
    }

    /**
     * Starts a run, or continues it after a crash, for a retry, or because somebody queued it again.
     *
     * @param again whether a run that was stopped may start, since it was queued again after that
     */
    Begin begin(UUID id, PluginJobRequest request, boolean again) {
        try {
            return transactions.execute(transaction -> {
                if (exists(id)) {
                    keepSuccess(id);
                    return reopen(id, again);
                }
                return insert(id, request, RunState.RUNNING, null) ? new Begin.Started(1) : new Begin.Busy();
            });
        } catch (DuplicateKeyException otherRun) {
            return new Begin.Busy();
        }
    }

    private Begin reopen(UUID id, boolean again) {
        return jdbc.sql("""
                        update portal.job_run
                        set started_at = case when state in ('QUEUED', 'RUNNING') and started_at is not null
                                then started_at else :now end,
                            state = 'RUNNING', attempt = attempt + 1, touched_at = :now, ended_at = null,
                            message = null, cancel_requested = false, progress_done = 0, progress_total = 0,
                            read_count = 0, added_count = 0, changed_count = 0, removed_count = 0
                        where id = :id and (:again or not (cancel_requested or state = 'CANCELLED'))
                        returning attempt
                        """)
                .param("id", id)
                .param("again", again)
                .param("now", now())
                .query(Integer.class)
                .optional()
                .<Begin>map(Begin.Started::new)
                .orElseGet(Begin.Cancelled::new);
    }

    /** A run that ended well and is queued again keeps its earlier result under another id: data is as old as that. */
    private void keepSuccess(UUID id) {
        jdbc.sql("""
                        insert into portal.job_run (id, plugin_id, job_id, state, trigger, requested_by, requested_at,
                            started_at, ended_at, touched_at, attempt, progress_done, progress_total,
                            read_count, added_count, changed_count, removed_count, message, argument)
                        select gen_random_uuid(), plugin_id, job_id, state, trigger, requested_by, requested_at,
                            started_at, ended_at, touched_at, attempt, progress_done, progress_total,
                            read_count, added_count, changed_count, removed_count, message, argument
                        from portal.job_run where id = :id and state in ('SUCCEEDED', 'INCOMPLETE')
                        """)
                .param("id", id)
                .update();
    }

    private boolean exists(UUID id) {
        return jdbc.sql("select exists (select from portal.job_run where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Records that a run could not take place; the answer of the API for it is {@code CANCELLED}. */
    void skip(UUID id, PluginJobRequest request, String reason) {
        if (!insert(id, request, RunState.CANCELLED, reason)) {
            close(id, RunState.CANCELLED, reason);
        }
    }

    /** Notes how far a run is; no, if it is to stop or was taken over. */
    boolean progress(UUID id, int attempt, long done, long total) {
        return jdbc.sql("""
                        update portal.job_run set progress_done = :done, progress_total = :total
                        where id = :id and attempt = :attempt and state = 'RUNNING' and not cancel_requested
                        """)
                        .param("id", id)
                        .param("attempt", attempt)
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    /** Whether a run shall go on. */
    boolean wanted(UUID id, int attempt) {
        return jdbc.sql("""
                        select exists (select from portal.job_run
                            where id = :id and attempt = :attempt and state = 'RUNNING' and not cancel_requested)
                        """)
                .param("id", id)
                .param("attempt", attempt)
                .query(Boolean.class)
                .single();
    }

    boolean cancelRequested(UUID id) {
        return jdbc.sql("select exists (select from portal.job_run where id = :id and cancel_requested)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Ends a run with what it did, unless a later attempt took it over. */
    void finish(UUID id, int attempt, RunState state, SyncCounts counts, @Nullable String message) {
        jdbc.sql("""
                        update portal.job_run
                        set state = :state, ended_at = :now, touched_at = :now, message = :message,
                            read_count = :read, added_count = :added, changed_count = :changed,
                            removed_count = :removed
                        where id = :id and attempt = :attempt and state in ('QUEUED', 'RUNNING')
                        """)
                .param("id", id)
                .param("attempt", attempt)
                .param("state", state.name())
                .param("now", now())
                .param("message", message)
                .param("read", counts.read())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("removed", counts.removed())
                .update();
    }

    /** Ends a run from outside, if it has not ended. */
    void close(UUID id, RunState state, String message) {
        jdbc.sql("""
                        update portal.job_run
                        set state = :state, ended_at = :now, touched_at = :now, message = :message
                        where id = :id and state in ('QUEUED', 'RUNNING')
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("now", now())
                .param("message", message)
                .update();
    }

    /** Puts a run that has begun back to waiting, for a retry. */
    void waitAgain(UUID id, @Nullable String message) {
        jdbc.sql("""
                        update portal.job_run
                        set state = 'QUEUED', touched_at = :now, message = coalesce(:message, message)
                        where id = :id and state in ('QUEUED', 'RUNNING')
                        """)
                .param("id", id)
                .param("now", now())
                .param("message", message)
                .update();
    }

    /** Ends a waiting run, or asks a running one to stop; no, if it has ended or is not the plugin's. */
    boolean cancel(String pluginId, UUID id, String stopping, String stopped) {
        return jdbc.sql("""
                        update portal.job_run
                        set cancel_requested = true, touched_at = :now,
                            ended_at = case when state = 'QUEUED' then cast(:now as timestamptz) end,
                            message = case when state = 'QUEUED' then :stopped else :stopping end,
                            state = case when state = 'QUEUED' then 'CANCELLED' else state end
                        where id = :id and plugin_id = :plugin and state in ('QUEUED', 'RUNNING')
                        """)
                        .param("id", id)
                        .param("plugin", pluginId)
                        .param("now", now())
                        .param("stopping", stopping)
                        .param("stopped", stopped)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
