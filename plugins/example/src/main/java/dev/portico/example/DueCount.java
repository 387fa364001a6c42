package dev.portico.example;

import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.PluginJob;
import dev.portico.api.job.SyncCounts;
import dev.portico.example.reminders.Reminders;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts for each company what is overdue and what is due soon. It may run again at any time, also after half a run:
 * every company's figures are replaced in one statement.
 */
public class DueCount implements PluginJob {

    static final String JOB = "count";

    private final JdbcClient database;
    private final Reminders reminders;
    private final Clock clock;

    DueCount(JdbcClient database, Reminders reminders, Clock clock) {
        this.database = database;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** What the last count found over all companies. */
    record Figures(long overdue, long dueSoon) {}

    @Override
    public JobOutcome run(JobRun run) {
        List<UUID> companies = database.sql("select distinct company_id from reminder where done_at is null order by 1")
                .query(UUID.class)
                .list();
        SyncCounts counts = SyncCounts.NONE;
        for (UUID company : companies) {
            if (run.cancelled()) {
                return new JobOutcome.Cancelled(counts);
            }
            count(company);
            counts = counts.plus(new SyncCounts(1, 0, 1, 0));
            run.progress(counts.read(), companies.size());
        }
        int removed = database.sql("""
                        delete from due_count c where not exists (
                            select from reminder r where r.company_id = c.company_id and r.done_at is null)
                        """)
                .update();
        run.info("Counted the reminders of %d companies".formatted(companies.size()));
        return new JobOutcome.Succeeded(counts.plus(new SyncCounts(0, 0, 0, removed)));
    }

    /** Empty if nothing was ever counted. */
    Optional<Figures> figures() {
        return database.sql("select sum(overdue) as overdue, sum(due_soon) as due_soon from due_count having count(*) > 0")
                .query(Figures.class)
                .optional();
    }

    private void count(UUID company) {
        LocalDate today = LocalDate.now(clock);
        database.sql("""
                        insert into due_count (company_id, overdue, due_soon, counted_at)
                        select company_id, count(*) filter (where due_on < :today),
                               count(*) filter (where due_on between :today and :soon), :now
                        from reminder where company_id = :company and done_at is null group by company_id
                        on conflict (company_id) do update
                        set overdue = excluded.overdue, due_soon = excluded.due_soon, counted_at = excluded.counted_at
                        """)
                .param("today", today)
                .param("soon", today.plusDays(reminders.noticeDays()))
                .param("now", Timestamp.from(clock.instant()))
                .param("company", company)
                .update();
    }
}
