package dev.portico.host.jobs;

import dev.portico.api.host.Jobs.Schedule;
import dev.portico.api.host.Jobs.Trigger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jobrunr.jobs.RecurringJob;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.scheduling.RecurringJobBuilder;
import org.jobrunr.scheduling.cron.CronExpression;
import org.jobrunr.storage.StorageProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The schedules of the plugins' jobs, as recurring jobs of JobRunr. */
@Component
class Schedules {

    private static final String TAIL = "-[0-9a-f]{8}\\.[0-9a-z]+";

    private final StorageProvider storage;
    private final JobRequestScheduler scheduler;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ZoneId zone;

    Schedules(
            StorageProvider storage,
            JobRequestScheduler scheduler,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock,
            PortalZone zone) {
        this.storage = storage;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.zone = zone.zone();
    }

    /** Plans a job as its declaration says, once, however often and on however many nodes this is called. */
    void plan(RegisteredJob job) {
        job.declaration().schedule().ifPresent(Schedules::cron);
        exclusively(job.pluginId(), () -> {
            String name = job.name().get();
            String wanted = job.declaration().schedule().map(cron -> prefix(job, cron, name)).orElse("");
            boolean paused = paused(job.pluginId());
            boolean planned = false;
            for (String id : ids(Pattern.quote(job.pluginId() + "." + job.jobId()))) {
                if (!paused && !planned && !wanted.isEmpty() && id.startsWith(wanted)) {
                    planned = true;
                } else {
                    delete(id);
                }
            }
            if (!paused && !planned && !wanted.isEmpty()) {
                create(job, wanted, name);
            }
        });
    }

    private void create(RegisteredJob job, String prefix, String name) {
        // why a number at the end: JobRunr remembers the next run of an id, and would leave it out if the id came back
        scheduler.createRecurrently(RecurringJobBuilder.aRecurringJob()
                .withId(prefix + Long.toString(clock.millis(), Character.MAX_RADIX))
                .withName(name)
                .withLabels(job.pluginId(), Trigger.SCHEDULE.name())
                .withCron(job.declaration().schedule().orElseThrow())
                .withZoneId(zone)
                .withJobRequest(
                        new PluginJobRequest(job.pluginId(), job.jobId(), Trigger.SCHEDULE.name(), "", null)));
    }

    void remove(String pluginId, String jobId) {
        exclusively(pluginId, () -> ids(Pattern.quote(pluginId + "." + jobId)).forEach(this::delete));
    }

    void removeAll(String pluginId) {
        exclusively(pluginId, () -> {
            deleteAll(pluginId);
            resume(pluginId);
        });
    }

    /** Takes the plans of all jobs away; that the plugin's schedules are paused is kept. */
    void unplan(String pluginId) {
        exclusively(pluginId, () -> deleteAll(pluginId));
    }

    private void deleteAll(String pluginId) {
        ids(Pattern.quote(pluginId + ".") + "[A-Za-z0-9-]+").forEach(this::delete);
    }

    private void resume(String pluginId) {
        jdbc.sql("delete from portal.job_schedule_pause where plugin_id = :plugin")
                .param("plugin", pluginId)
                .update();
    }

    /** Pauses or resumes; the plan is made or taken away for the jobs that are registered. */
    void pause(String pluginId, boolean pause, List<RegisteredJob> registered) {
        transactions.executeWithoutResult(transaction -> {
            if (pause) {
                jdbc.sql(
                                """
                                insert into portal.job_schedule_pause (plugin_id, since)
                                values (:plugin, :now) on conflict do nothing
                                """)
                        .param("plugin", pluginId)
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
            } else {
                resume(pluginId);
            }
            registered.forEach(this::plan);
        });
    }

    List<Schedule> of(String pluginId, List<RegisteredJob> registered) {
        boolean paused = paused(pluginId);
        return registered.stream()
                .filter(job -> job.declaration().schedule().isPresent())
                .map(job -> {
                    String cron = job.declaration().schedule().orElseThrow();
                    return new Schedule(
                            job.jobId(), job.name().get(), cron, paused ? Optional.empty() : Optional.of(next(cron)));
                })
                .toList();
    }

    private Instant next(String cron) {
        Instant now = clock.instant();
        return cron(cron).next(now, now, zone);
    }

    private boolean paused(String pluginId) {
        return jdbc.sql("select exists (select from portal.job_schedule_pause where plugin_id = :plugin)")
                .param("plugin", pluginId)
                .query(Boolean.class)
                .single();
    }

    private List<String> ids(String start) {
        Pattern pattern = Pattern.compile(start + TAIL);
        return storage.getRecurringJobs().stream()
                .map(RecurringJob::getId)
                .filter(id -> pattern.matcher(id).matches())
                .toList();
    }

    /** Deletes with the run that JobRunr planned ahead, which would still take place; a retry of a run stays. */
    private void delete(String id) {
        storage.deleteRecurringJob(id);
        jdbc.sql(
                        """
                        delete from jobs.jobrunr_jobs planned
                        where planned.recurringjobid = :id and planned.state = 'SCHEDULED'
                          and not exists (select from portal.job_run where job_run.id = planned.id::text::uuid)
                        """)
                .param("id", id)
                .update();
    }

    /** One node after the other, or two of them would plan the job twice. */
    private void exclusively(String pluginId, Runnable work) {
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('portico.schedules.' || :plugin, 0))")
                    .param("plugin", pluginId)
                    .query((row, number) -> number)
                    .list();
            work.run();
        });
    }

    private String prefix(RegisteredJob job, String cron, String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((cron + "|" + zone + "|" + name).getBytes(StandardCharsets.UTF_8));
            return job.pluginId() + "." + job.jobId() + "-" + HexFormat.of().formatHex(hash, 0, 4) + ".";
        } catch (NoSuchAlgorithmException every_jdk_has_it) {
            throw new IllegalStateException(every_jdk_has_it);
        }
    }

    private static CronExpression cron(String cron) {
        if (cron.strip().split("\\s+").length != 5) {
            throw new IllegalArgumentException("'" + cron + "' is no schedule: a cron expression has five fields");
        }
        try {
            return new CronExpression(cron);
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException("'" + cron + "' is no schedule: " + refused.getMessage(), refused);
        }
    }
}
