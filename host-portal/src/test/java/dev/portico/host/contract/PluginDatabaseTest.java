package dev.portico.host.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.portico.host.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a plugin that is being tried may do with its data source, and who sees what of it. */
class PluginDatabaseTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate outside = new JdbcTemplate(database.dataSource());
    private final PluginDatabase data = new PluginDatabase(database.dataSource());
    private final JdbcTemplate inside = new JdbcTemplate(data);

    @BeforeEach
    void begin() throws SQLException {
        outside.execute("create schema thing");
        outside.execute("create table thing.row (id int primary key)");
        outside.update("insert into portal.plugin (id, sha256, changed_at) values ('thing', 'old', now())");
        data.begin(TrialConnection.open(details(), "thing"));
    }

    @AfterEach
    void end() {
        data.discard();
    }

    private JdbcConnectionDetails details() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.username();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }

    private static void insert(Connection connection, int id) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into thing.row values (" + id + ")");
        }
    }

    private List<Integer> seen(JdbcTemplate by) {
        return by.queryForList("select id from thing.row order by id", Integer.class);
    }

    private TransactionTemplate transaction(int propagation) {
        TransactionTemplate template = new TransactionTemplate(new DataSourceTransactionManager(data));
        template.setPropagationBehavior(propagation);
        return template;
    }

    @Test
    void whatIsCommittedInsideIsSeenInsideOnlyUntilItIsKeptTogetherWithTheExtraWork() throws Exception {
        try (Connection connection = data.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            insert(connection, 1);
            connection.setAutoCommit(false);
            insert(connection, 2);
            connection.commit();
        }
        assertThat(seen(inside)).containsExactly(1, 2);
        assertThat(seen(outside)).isEmpty();

        data.keep(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("update portal.plugin set sha256 = 'new' where id = 'thing'");
            }
        });

        assertThat(seen(outside)).containsExactly(1, 2);
        assertThat(outside.queryForObject("select sha256 from portal.plugin", String.class)).isEqualTo("new");
        inside.update("insert into row values (3)".replace("row", "thing.row"));
        assertThat(seen(outside)).containsExactly(1, 2, 3);
    }

    @Test
    void aRollbackTakesBackWhatItsBorrowerBegan() throws Exception {
        try (Connection connection = data.getConnection()) {
            insert(connection, 1);
            connection.setAutoCommit(false);
            insert(connection, 2);
            connection.commit();
            insert(connection, 3);
            connection.rollback();
            insert(connection, 4);
            connection.rollback();
            insert(connection, 5);
            connection.setAutoCommit(true); // commits, as JDBC says
            connection.setAutoCommit(false);
            insert(connection, 6);
        } // closed with an open transaction: taken back, as the pool does

        assertThat(seen(inside)).containsExactly(1, 2, 5);
    }

    @Test
    void aStatementThatFailsAndIsCaughtEndsNothing() throws Exception {
        inside.update("insert into thing.row values (1)");
        assertThatThrownBy(() -> inside.update("insert into thing.row values (1)"))
                .isInstanceOf(DataIntegrityViolationException.class);
        transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
            inside.update("insert into thing.row values (2)");
            assertThatThrownBy(() -> inside.update("insert into thing.row values (2)"))
                    .isInstanceOf(DataIntegrityViolationException.class);
            inside.update("insert into thing.row values (3)");
        });

        data.keep(connection -> {});

        assertThat(seen(outside)).containsExactly(1, 2, 3);
    }

    @Test
    void springsTransactionsWorkAlsoInsideOfEachOther() {
        TransactionTemplate outer = transaction(TransactionDefinition.PROPAGATION_REQUIRED);
        TransactionTemplate inner = transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        TransactionTemplate nested = transaction(TransactionDefinition.PROPAGATION_NESTED);
        outer.executeWithoutResult(first -> {
            inside.update("insert into thing.row values (1)");
            inner.executeWithoutResult(second -> inside.update("insert into thing.row values (2)"));
            inner.executeWithoutResult(second -> {
                inside.update("insert into thing.row values (3)");
                second.setRollbackOnly();
            });
            nested.executeWithoutResult(second -> {
                inside.update("insert into thing.row values (4)");
                second.setRollbackOnly();
            });
            inside.update("insert into thing.row values (5)");
        });
        assertThatThrownBy(() -> outer.executeWithoutResult(first -> {
                    inside.update("insert into thing.row values (6)");
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(seen(inside)).containsExactly(1, 2, 5);
    }

    @Test
    void transactionsThatOverlapOnThreadsOfTheStartAreBothKept() throws Exception {
        Connection first = data.getConnection();
        Connection second = data.getConnection();
        first.setAutoCommit(false);
        insert(first, 1);
        second.setAutoCommit(false);
        insert(second, 2);
        first.commit();
        insert(second, 3);
        second.commit();
        second.close();
        first.close();

        assertThat(seen(inside)).containsExactly(1, 2, 3);
    }

    @Test
    void isUpToManyThousandStatements() throws Exception {
        try (Connection connection = data.getConnection()) {
            for (int id : IntStream.range(0, 20_000).toArray()) {
                insert(connection, id);
            }
        }
        data.keep(connection -> {});

        assertThat(seen(outside)).hasSize(20_000);
    }

    @Test
    void threadsOfTheStartTakePartAndOthersWaitForItsEnd() throws Exception {
        CompletableFuture<Void> part = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            inside.update("insert into thing.row values (1)");
            part.complete(null);
        });
        part.get(10, TimeUnit.SECONDS);
        CompletableFuture<List<Integer>> other = new CompletableFuture<>();
        Thread stranger = Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .start(() -> other.complete(seen(inside)));
        await().until(() -> stranger.getState() == Thread.State.TIMED_WAITING);
        assertThat(other).isNotDone();

        data.keep(connection -> {});

        assertThat(other.get(10, TimeUnit.SECONDS)).containsExactly(1);
    }

    @Test
    void nothingIsLeftOfWhatIsDiscardedAndOthersGoOnAfterIt() {
        inside.execute("alter table thing.row add column size int");
        inside.update("insert into thing.row values (1, 1)");

        data.discard();
        data.discard();

        assertThat(outside.queryForList("select * from thing.row")).isEmpty();
        outside.execute("alter table thing.row add column size text");
        assertThatCode(() -> inside.update("insert into thing.row values (1, 'x')")).doesNotThrowAnyException();
    }

    @Test
    void isDiscardedAtOnceThoughAStatementIsUnderWay() throws Exception {
        Thread hanging = Thread.ofPlatform().start(() -> {
            try {
                inside.execute("insert into thing.row select 1 from pg_sleep(60)");
            } catch (RuntimeException brokenOff) {
                // what this test is about is how soon the other side goes on
            }
        });
        await().until(() -> outside.queryForObject(
                "select count(*) from pg_stat_activity where query like '%pg_sleep(60)' and state = 'active'",
                Long.class) == 1);
        long start = System.nanoTime();

        data.discard();
        outside.execute("drop table thing.row");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        hanging.join(Duration.ofSeconds(5));
        assertThat(hanging.isAlive()).isFalse();
    }

    @Test
    void aConnectionThatIsLostKeepsNothing() {
        inside.update("insert into thing.row values (1)");
        outside.queryForList(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'");

        assertThatThrownBy(() -> data.keep(connection -> {})).isInstanceOf(SQLException.class);
        data.discard();

        assertThat(seen(outside)).isEmpty();
        assertThat(seen(inside)).isEmpty();
    }

    @Test
    void aTrialOfAPluginThatIsBeingRemovedIsRefused() {
        data.discard();
        outside.update("update portal.plugin set wanted = 'REMOVE_WITH_DATA'");

        assertThatThrownBy(() -> TrialConnection.open(details(), "thing")).isInstanceOf(IllegalStateException.class);
    }
}
