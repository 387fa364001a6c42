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
    private static final int AT_ONCE = 2;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final TestDatabase database = TestDatabase.migrated();

    private RateLimits node() {
        DataSource dataSource = database.dataSource();
        return new RateLimits(dataSource, JdbcClient.create(dataSource));
    }

    @Test
    void severalPortalsTogetherStayWithinTheBudgetAtEachMoment() throws Exception {
        long start = System.nanoTime();
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

        List<Long> inOrder = passed.stream().sorted().toList();
        Duration perCall = PERIOD.dividedBy(CALLS - AT_ONCE);
        assertThat(inOrder).hasSize(48);
        for (int call = 0; call < inOrder.size(); call++) {
            // a loaded machine can only make this longer, so no tolerance is needed beyond the clock's own grain
            assertThat(Duration.ofNanos(inOrder.get(call) - start))
                    .as("time until call %d passed", call)
                    .isGreaterThan(perCall.multipliedBy(call + 1 - AT_ONCE).minusMillis(2));
        }
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
