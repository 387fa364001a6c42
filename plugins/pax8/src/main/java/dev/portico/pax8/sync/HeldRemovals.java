package dev.portico.pax8.sync;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removals that wait for a confirmation. */
final class HeldRemovals {

    private final JdbcClient jdbc;

    HeldRemovals(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<HeldRemoval> all() {
        return jdbc.sql("select job_id, missing, existing, held_at from held_removal order by job_id")
                .query((row, number) -> new HeldRemoval(
                        row.getString("job_id"),
                        row.getLong("missing"),
                        row.getLong("existing"),
                        row.getObject("held_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void put(String jobId, long missing, long existing, Instant now) {
        jdbc.sql(
                        """
                        insert into held_removal (job_id, missing, existing, held_at) values (?, ?, ?, ?)
                        on conflict (job_id) do update set
                            missing = excluded.missing, existing = excluded.existing, held_at = excluded.held_at
                        """)
                .params(jobId, missing, existing, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void clear(String jobId) {
        jdbc.sql("delete from held_removal where job_id = ?").param(jobId).update();
    }
}
