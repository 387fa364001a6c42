package dev.portico.pax8.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.job.JobOutcome;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.FakePax8.Row;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.fixtures.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompanySyncTest extends SyncUnderTest {

    @Test
    void bringsAllPagesAndTellsHowFarItIs() throws Exception {
        list("companies", FakePax8.rows(0, 450, Rows::company));
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(450, 450, 0, 0));
        assertThat(run.progress).containsExactly("200 of 450", "400 of 450", "450 of 450");
        assertThat(plugin.count("company")).isEqualTo(450);
        assertThat(plugin.jdbc.sql("select * from company where id = ?").param(Rows.companyId(7)).query().singleRow())
                .containsEntry("name", "Company 0007")
                .containsEntry("city", "Denver")
                .containsEntry("state", "CO")
                .containsEntry("external_id", "")
                .containsEntry("status", "Active");
    }

    @Test
    void writesNothingWhenNothingChanged() throws Exception {
        list("companies", FakePax8.rows(0, 250, Rows::company));
        run(CompanySync.class);
        List<Map<String, Object>> before = versions("company");
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(250, 0, 0, 0));
        assertThat(versions("company")).isEqualTo(before);
    }

    @Test
    void countsWhatIsNewChangedAndGone() throws Exception {
        list("companies", FakePax8.rows(0, 50, Rows::company));
        run(CompanySync.class);
        List<Row> now = new ArrayList<>(FakePax8.rows(3, 52, Rows::company));
        now.set(0, Rows.company(3, "Renamed"));
        list("companies", now);
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(49, 2, 1, 3));
    }

    @Test
    void keepsHostileNamesAsTheyAre() throws Exception {
        list("companies", List.of(Rows.company(1, "Bobby'); drop table company;-- {x} \\\"q\\\" \\\\ NULL \\u0000é🦊")));
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(1, 1, 0, 0));
        assertThat(plugin.jdbc.sql("select name from company").query(String.class).single())
                .isEqualTo("Bobby'); drop table company;-- {x} \"q\" \\ NULL é🦊");
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(1, 0, 0, 0));
    }

    @Test
    void holdsBackASuspiciousRemovalUntilItIsConfirmed() throws Exception {
        list("companies", FakePax8.rows(0, 100, Rows::company));
        run(CompanySync.class);
        list("companies", FakePax8.rows(21, 100, Rows::company));

        assertThat(run(CompanySync.class)).isInstanceOfSatisfying(JobOutcome.Incomplete.class, outcome ->
                assertThat(outcome.reason()).contains("21 of 100"));
        assertThat(plugin.count("company")).isEqualTo(100);
        assertThat(plugin.bean(SyncSummary.class).heldRemovals()).singleElement().satisfies(held -> {
            assertThat(held.jobId()).isEqualTo(SyncJobs.COMPANIES);
            assertThat(held.missing()).isEqualTo(21);
        });

        run = new RecordedRun(SyncJobs.CONFIRM_REMOVALS);
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(79, 0, 0, 21));
        assertThat(plugin.count("company")).isEqualTo(79);
        assertThat(plugin.bean(SyncSummary.class).heldRemovals()).isEmpty();
    }

    @Test
    void neverTakesAnEmptyListForTheEndOfAllCompanies() throws Exception {
        list("companies", FakePax8.rows(0, 3, Rows::company));
        run(CompanySync.class);
        plugin.pax8.next(Reply.json(
                "{\"page\":{\"size\":200,\"totalElements\":0,\"totalPages\":0,\"number\":0}}"));
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Incomplete.class);
        assertThat(plugin.count("company")).isEqualTo(3);
    }

    @Test
    void removesMappingsAndSubscriptionsWithACompany() throws Exception {
        list("companies", FakePax8.rows(0, 20, Rows::company));
        run(CompanySync.class);
        plugin.map(1, 2);
        list("subscriptions", List.of(Rows.subscription(1, 1, 1), Rows.subscription(2, 2, 1)));
        run(SubscriptionSync.class);
        list("companies", FakePax8.rows(2, 20, Rows::company));
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(18, 0, 0, 2));
        assertThat(plugin.count("company_mapping")).isEqualTo(1);
        assertThat(plugin.count("subscription")).isEqualTo(1);
    }

    @Test
    void readsOnceMoreWhenRowsMovedBetweenPages() throws Exception {
        list("companies", FakePax8.rows(0, 300, Rows::company));
        // between the pages a company in front goes away, so that company 200 slips from page 2 to page 1
        plugin.pax8.intercept((exchange, number) -> {
            if (number == 2) {
                plugin.pax8.list("companies", FakePax8.rows(1, 300, Rows::company));
            }
            return Optional.empty();
        });
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(300, 300, 0, 0));
        assertThat(run.lines)
                .filteredOn(line -> line.contains("once more"))
                .hasSize(1);
        assertThat(plugin.pax8.requests()).hasSize(4);
    }

    @Test
    void livesWithATotalThatIsNeverRight() throws Exception {
        plugin.pax8.intercept((exchange, number) -> Optional.of(Reply.page(0, 1, 115, Rows.company(1).json())));
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(1, 1, 0, 0));
    }

    @Test
    void followsAListThatGrowsAndCountsARowOnceThatComesTwice() throws Exception {
        list("companies", FakePax8.rows(1, 301, Rows::company));
        plugin.pax8.intercept((exchange, number) -> {
            if (number == 2) {
                plugin.pax8.list("companies", FakePax8.rows(0, 450, Rows::company));
            }
            return Optional.empty();
        });
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(450, 450, 0, 0));
        assertThat(plugin.count("company")).isEqualTo(450);
    }
}
