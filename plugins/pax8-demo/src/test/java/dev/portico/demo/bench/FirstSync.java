package dev.portico.demo.bench;

import dev.portico.demo.bench.PortalDatabase.Run;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** First syncs of everything, by the portal's own jobs. */
final class FirstSync implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final PortalDatabase database;
    private final PortalVisit visit;

    FirstSync(PortalUnderTest portal) {
        this.database = portal.database();
        this.visit = new PortalVisit(portal.url());
    }

    /** Connects, which starts the sync of companies and products, maps all companies and syncs their subscriptions. */
    Measured connectAndSync() throws Exception {
        visit.signIn();
        Map<String, Long> before = ended("companies", "products");
        visit.connectPax8();
        return withSubscriptions(await(before));
    }

    /** The same once more, from empty tables, over the connection that is there. */
    Measured syncAgainFromNothing() throws Exception {
        database.execute("truncate pax8.company, pax8.product, pax8.subscription, pax8.company_mapping, pax8.usage_summary");
        return withSubscriptions(run("companies", "products"));
    }

    private Measured withSubscriptions(List<Run> runs) throws Exception {
        database.execute(
                """
                insert into pax8.company_mapping (pax8_company_id, portal_company_id, mapped_at, mapped_by)
                select id, gen_random_uuid(), now(), 'benchmark' from pax8.company
                """);
        List<Run> all = new ArrayList<>(runs);
        all.addAll(run("subscriptions"));
        long rows = 0;
        for (String table : List.of("pax8.company", "pax8.product where listed", "pax8.subscription")) {
            rows += database.count(table);
        }
        return new Measured(rows, busy(all).toNanos() / 1e9);
    }

    private List<Run> run(String... jobs) throws SQLException, IOException, InterruptedException {
        Map<String, Long> before = ended(jobs);
        for (String job : jobs) {
            visit.trigger(database.text("select trim(id) from jobs.jobrunr_recurring_jobs where id like ?", "pax8." + job + "-%"));
        }
        return await(before);
    }

    private Map<String, Long> ended(String... jobs) throws SQLException {
        Map<String, Long> ended = new TreeMap<>();
        for (String job : jobs) {
            ended.put(job, database.ended(job));
        }
        return ended;
    }

    private List<Run> await(Map<String, Long> before) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Run> runs = new ArrayList<>();
        for (Map.Entry<String, Long> job : before.entrySet()) {
            while (database.ended(job.getKey()) == job.getValue()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The sync of " + job.getKey() + " has not ended in time");
                }
                Thread.sleep(200);
            }
            Optional<Run> run = database.newest(job.getKey());
            runs.add(run.filter(it -> it.state().equals("SUCCEEDED"))
                    .orElseThrow(() -> new IllegalStateException("The sync of " + job.getKey() + " went wrong: " + run)));
        }
        return runs;
    }

    /** The time in which at least one of them ran. */
    private static Duration busy(List<Run> runs) {
        Duration busy = Duration.ZERO;
        Instant until = Instant.MIN;
        for (Run run : runs.stream().sorted(Comparator.comparing(Run::start)).toList()) {
            Instant from = run.start().isAfter(until) ? run.start() : until;
            if (run.end().isAfter(from)) {
                busy = busy.plus(Duration.between(from, run.end()));
                until = run.end();
            }
        }
        return busy;
    }

    @Override
    public void close() throws SQLException {
        visit.close();
        database.close();
    }
}
