package dev.portico.pax8.sync;

import dev.portico.api.host.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much is here, and how fresh it is. */
public final class SyncSummary {

    private final JdbcClient jdbc;
    private final HeldRemovals held;
    private final Jobs jobs;

    SyncSummary(DataSource dataSource, HeldRemovals held, Jobs jobs) {
        this.jdbc = JdbcClient.create(dataSource);
        this.held = held;
        this.jobs = jobs;
    }

    /** The figures now; unlisted products, which only subscriptions refer to, count as products. */
    public Figures figures() {
        return jdbc.sql(
                        """
                        select (select count(*) from company) as companies,
                               (select count(*) from company_mapping) as mapped,
                               (select count(*) from product) as products,
                               (select count(*) from subscription) as subscriptions
                        """)
                .query((row, number) -> new Figures(
                        row.getLong("companies"),
                        row.getLong("mapped"),
                        row.getLong("products"),
                        row.getLong("subscriptions")))
                .single();
    }

    /**
     * When the data of a kind was last brought in whole; empty if never.
     *
     * @param jobId a constant of {@link SyncJobs}
     */
    public Optional<Instant> asOf(String jobId) {
        return jobs.latestSucceeded(jobId).flatMap(Jobs.Run::endedAt);
    }

    /** Removals that wait for a confirmation. */
    public List<HeldRemoval> heldRemovals() {
        return held.all();
    }

    /** Numbers of rows. */
    public record Figures(long companies, long mappedCompanies, long products, long subscriptions) {}
}
