package dev.portico.host.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.RateLimiter;
import dev.portico.host.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RateLimitsTest {

    private static final int CALLS = 20;
    private static final Duration PERIOD = Duration.ofSeconds(2);
    /** Between being let through and being noted down, a thread may wait for a processor. */
    private static final Duration JITTER = Duration.ofMillis(150);

    private final TestDatabase database = TestDatabase.migrated();

    private RateLimits node() {
        DataSource dataSource = database.dataSource();
        return new RateLimits(dataSource, JdbcClient.create(dataSource));
    }

    @Test
    void severalPortalsTogetherStayWithinTheBudgetInEveryPeriod() throws Exception {
        List<RateLimiter> nodes = List.of(node().forOwner("pax8"), node().forOwner("pax8"));
        ConcurrentLinkedQueue<Long> passed = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 6; caller++) {
            RateLimiter limiter = nodes.get(caller % nodes.size());
            callers.add(() -> {
                for (int call = 0; call < 8; call++) {
                    limiter.acquire("api", CALLS, PERIOD);
                    passed.add(System.nanoTime());
                }
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> caller : threads.invokeAll(callers, 60, TimeUnit.SECONDS)) {
                caller.get();
            }
        }

        long[] times = passed.stream().mapToLong(Long::longValue).sorted().toArray();
        assertThat(times).hasSize(48);
        for (int first = 0; first + CALLS < times.length; first++) {
            assertThat(Duration.ofNanos(times[first + CALLS] - times[first]))
                    .as("time from call %d to the one that must wait for the next period", first)
                    .isGreaterThan(PERIOD.minus(JITTER));
        }
        // and it is not slower than it has to be: 2 at once, then 18 in each period
        assertThat(Duration.ofNanos(times[47] - times[0])).isLessThan(PERIOD.multipliedBy(4));
    }

    @Test
    void aNodeThatWaitsCanBeInterrupted() throws Exception {
        RateLimiter limiter = node().forOwner("pax8");
        limiter.acquire("slow", 1, Duration.ofHours(1));
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                limiter.acquire("slow", 1, Duration.ofHours(1));
            } catch (InterruptedException e) {
                end.set(e);
            }
        });
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING && noOpenTransaction());

        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void budgetsOfOtherNamesOwnersAndFiguresAreSeparate() throws Exception {
        RateLimits node = node();
        Duration hour = Duration.ofHours(1);
        node.forOwner("pax8").acquire("api", 1, hour);

        node.forOwner("pax8").acquire("reports", 1, hour);
        node.forOwner("other").acquire("api", 1, hour);
        node.forOwner("pax8").acquire("api", 2, hour);
    }

    @Test
    void refusesABudgetOfNothing() {
        RateLimiter limiter = node().forOwner("pax8");

        assertThatIllegalArgumentException().isThrownBy(() -> limiter.acquire("api", 0, PERIOD));
        assertThatIllegalArgumentException().isThrownBy(() -> limiter.acquire("api", 1, Duration.ZERO));
    }

    private boolean noOpenTransaction() {
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select count(*) = 0 from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                        """)
                .query(Boolean.class)
                .single();
    }
}
