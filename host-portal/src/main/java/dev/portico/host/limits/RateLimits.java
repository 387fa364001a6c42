package dev.portico.host.limits;

import dev.portico.api.host.RateLimiter;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Budgets of calls in PostgreSQL. A waiting caller has reserved its call and holds neither a connection nor a lock; a
 * reservation is a short transaction of its own, so callers should not hold a transaction open themselves.
 */
@Service
public final class RateLimits {

    private static final int BURST_SHARE = 10;

    private final DatabaseTime time;
    private final ProxyManager<String> budgets;
    private final JdbcClient jdbc;

    RateLimits(DataSource dataSource, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.time = new DatabaseTime(jdbc);
        this.budgets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .table("portal.call_budget")
                .idColumn("id")
                .stateColumn("state")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .clientClock(time)
                .build();
    }

    /** The budgets of one owner. */
    public RateLimiter forOwner(String owner) {
        return (name, calls, period) -> {
            if (calls < 1 || !period.isPositive()) {
                throw new IllegalArgumentException("A budget needs at least one call and a period: " + name);
            }
            time.refresh();
            budgets.getProxy(idOf(owner, name, calls, period), () -> configuration(calls, period))
                    .asBlocking()
                    .consume(1);
        };
    }

    /** Forgets all budgets of an owner. */
    public void deleteAll(String owner) {
        jdbc.sql("delete from portal.call_budget where starts_with(id, :owner)")
                .param("owner", owner + "/")
                .update();
    }

    /** why the figures: a stored bucket keeps the configuration it was made with, a changed one needs a new bucket. */
    private static String idOf(String owner, String name, int calls, Duration period) {
        return "%s/%s/%d per %s".formatted(owner, name, calls, period);
    }

    /**
     * A tenth may come at once, the rest is spread over the period. why not a full bucket: it would be refilled while
     * it is emptied, and so let nearly twice the calls pass in its first period.
     */
    private static BucketConfiguration configuration(int calls, Duration period) {
        int burst = Math.max(1, calls / BURST_SHARE);
        int spread = Math.max(1, calls - burst);
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(spread, period))
                .build();
    }
}
