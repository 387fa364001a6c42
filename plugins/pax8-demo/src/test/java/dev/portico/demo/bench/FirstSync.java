package dev.portico.demo.bench;

import static org.awaitility.Awaitility.await;

import dev.portico.demo.fixtures.PortalDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** First syncs of everything, by the portal's own jobs. */
final class FirstSync implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ENDED =
            "select count(*) from portal.job_run where plugin_id = 'pax8' and ended_at is not null";

    private final PortalDatabase database;
    private final PortalVisit visit;

    FirstSync(PortalUnderTest portal) {
        this.database = portal.database();
        this.visit = new PortalVisit(portal.url());
    }

    /** Connects, which starts the sync of companies and products, maps all companies and syncs their subscriptions. */
    Measured connectAndSync() throws IOException, InterruptedException, SQLException {
        visit.signIn();
        long before = ended();
        visit.connectPax8();
        awaitEnded(before + 2);
        return withSubscriptions();
    }

    /** The same once more, from empty tables, over the connection that is there. */
    Measured syncAgainFromNothing() throws IOException, InterruptedException, SQLException {
        database.execute("truncate pax8.company, pax8.product, pax8.subscription, pax8.company_mapping,"
                + " pax8.usage_summary");
        run("companies", "products");
        return withSubscriptions();
    }

    private Measured withSubscriptions() throws IOException, InterruptedException, SQLException {
        database.execute(
                """
                insert into pax8.company_mapping (pax8_company_id, portal_company_id, mapped_at, mapped_by)
                select id, gen_random_uuid(), now(), 'benchmark' from pax8.company
                """);
        run("subscriptions");
        long rows = database.count("select count(*) from pax8.company")
                + database.count("select count(*) from pax8.product where listed")
                + database.count("select count(*) from pax8.subscription");
        return new Measured(rows, secondsOfWork());
    }

    private void run(String... jobs) throws IOException, InterruptedException, SQLException {
        long before = ended();
        for (String job : jobs) {
            visit.trigger(database.text(
                    "select trim(id) from jobs.jobrunr_recurring_jobs where id like ?", "pax8." + job + "-%"));
        }
        awaitEnded(before + jobs.length);
    }

    private long ended() {
        return database.count(ENDED);
    }

    /** why one connection for all of it: making them would take time from what is measured. */
    private void awaitEnded(long runs) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement ended = connection.prepareStatement(ENDED)) {
            await("the end of the syncs")
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> number(ended) >= runs);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The time in which at least one of the newest runs of the three jobs was at work. */
    private double secondsOfWork() {
        String newest =
                """
                (select distinct on (job_id) job_id, state, message, tstzrange(started_at, ended_at) as span
                 from portal.job_run where job_id in ('companies', 'products', 'subscriptions')
                 order by job_id, requested_at desc) newest
                """;
        String wrong = database.text(
                "select string_agg(concat_ws(' ', job_id, state, message), ', ') from " + newest
                        + " where state <> 'SUCCEEDED'");
        if (!wrong.equals("null")) {
            throw new IllegalStateException("A sync went wrong: " + wrong);
        }
        return Double.parseDouble(database.text(
                "select extract(epoch from sum(upper(busy) - lower(busy))) from"
                        + " (select unnest(range_agg(span)) as busy from " + newest + ") spans"));
    }

    @Override
    public void close() {
        visit.close();
    }
}
