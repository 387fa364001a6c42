package dev.portico.pax8.sync;

import dev.portico.api.host.ConnectionListener;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.PluginJob;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.FakePax8.Row;
import dev.portico.pax8.fixtures.PluginUnderTest;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.fixtures.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The syncs over a database of their own, with a Pax8 whose lists each test sets. */
abstract class SyncUnderTest {

    final PluginUnderTest plugin = new PluginUnderTest();
    RecordedRun run = new RecordedRun();

    @BeforeEach
    void connect() {
        plugin.bean(ConnectionListener.class).connected(plugin.host.approved("Contoso MSP"));
        plugin.host.succeeded.put(SyncJobs.PRODUCTS, plugin.clock.instant());
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    void haveCompanies(int number) throws Exception {
        list("companies", FakePax8.rows(0, number, Rows::company));
        run(CompanySync.class);
        plugin.pax8.forgetRequests();
        run = new RecordedRun();
    }

    void list(String name, List<Row> rows) {
        plugin.pax8.list(name, rows);
    }

    JobOutcome run(Class<? extends PluginJob> job) throws Exception {
        return plugin.bean(job).run(run);
    }

    /** Which transaction wrote or locked each row last. */
    List<Map<String, Object>> versions(String table) {
        return plugin.jdbc
                .sql("select t.*, xmin::text as written, xmax::text as locked from " + table + " t order by 1")
                .query()
                .listOfRows();
    }

    static JobOutcome succeeded(long read, long added, long changed, long removed) {
        return new JobOutcome.Succeeded(new SyncCounts(read, added, changed, removed));
    }
}
