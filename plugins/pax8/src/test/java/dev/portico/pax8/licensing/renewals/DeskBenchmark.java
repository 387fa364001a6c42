package dev.portico.pax8.licensing.renewals;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.bench.Timings;
import dev.portico.pax8.fixtures.LargePortfolio;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Server time of Licensing &gt; Requests with 50,000 requests, one in a hundred of them open, and of Licensing &gt; Renewals
 * over 100,000 subscriptions, of which some thousands renew within 90 days. Runs by {@code ./mvnw -Pbench -pl
 * plugins/pax8} only. Floor: 50 requests read by primary key, starting at a random id.
 */
class DeskBenchmark {

    private static final int REQUESTS = 50_000;
    private static final int SUBSCRIPTIONS = 100_000;
    private static final int PAGE = 50;
    private static final int ROUNDS = 6;
    private static final int WARM_UP = 1;

    private final Random random = new Random(8);
    private Timings timings = new Timings(() -> {});

    @Test
    void busyDesk() throws IOException {
        try (ScreensUnderTest plugin = new ScreensUnderTest()) {
            new LargePortfolio(5_000, 25_000, SUBSCRIPTIONS).fill(plugin.jdbc);
            fillRequests(plugin);
            plugin.portal.scope = new CompanyScope.All();
            timings = new Timings(() -> floor(plugin));
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                if (round == 0) {
                    timings.forget();
                }
                requests(plugin.bean(RequestQueries.class));
                renewals(plugin.bean(Renewals.class), LocalDate.ofInstant(plugin.clock.instant(), ZoneOffset.UTC));
            }
            timings.write(
                    "Desk: " + REQUESTS + " requests, " + SUBSCRIPTIONS + " subscriptions",
                    Path.of(System.getProperty("portico.bench.folder"), "bench-desk.md"));
        }
    }

    private void requests(RequestQueries requests) {
        RequestFilter all = filter("", Set.of());
        RequestFilter open = filter("", RequestState.OPEN);
        RequestFilter search = filter("premium", Set.of());
        for (RequestQueries.Sort sort : RequestQueries.Sort.values()) {
            for (boolean ascending : List.of(true, false)) {
                timings.measure("page of requests", () -> requests.page(all, sort, ascending, 0, PAGE));
                timings.measure(
                        "page of requests, deep",
                        () -> requests.page(all, sort, ascending, random.nextInt(REQUESTS - PAGE), PAGE));
                timings.measure("page of open requests", () -> requests.page(open, sort, ascending, 0, PAGE));
                timings.measure("page of requests, searched", () -> requests.page(search, sort, ascending, 0, PAGE));
            }
        }
        timings.measure("count of requests", () -> requests.count(all));
        timings.measure("count of requests, searched", () -> requests.count(search));
        timings.measure("number at the navigation", requests::waiting);
    }

    private void renewals(Renewals renewals, LocalDate today) {
        RenewalFilter all = renewals("");
        RenewalFilter search = renewals("premium");
        for (RenewalFilter.Sort sort : RenewalFilter.Sort.values()) {
            timings.measure("page of renewals", () -> renewals.page(all, sort, true, 0, PAGE));
            timings.measure("page of renewals, searched", () -> renewals.page(search, sort, false, 0, PAGE));
        }
        timings.measure("count of renewals", () -> renewals.count(all));
        timings.measure("totals of renewals", () -> renewals.totals(all));
        timings.measure("days of the calendar", () -> renewals.days(all, today, today.plusDays(31)));
        timings.measure("vendors of renewals", renewals::vendors);
    }

    private static RequestFilter filter(String text, Set<RequestState> states) {
        return new RequestFilter(text, states, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static RenewalFilter renewals(String text) {
        return new RenewalFilter(text, RenewalFilter.Show.ALL, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void fillRequests(ScreensUnderTest plugin) {
        plugin.jdbc
                .sql("""
                        insert into seat_request (
                            id, version, state, subscription_id, portal_company_id, company_name, product_id, product_name,
                            vendor_name, base_seats, wanted_seats, requested_by, by_client, note, outcome, rule, reason,
                            settings_version, decision_case, billing_term, currency, decided_by, decision_note, sends,
                            checks, problem, created_at, changed_at)
                        select md5('request ' || s.n)::uuid, 1,
                               case when s.n % 100 = 0 then 'PENDING' else (array['APPLIED', 'APPLIED', 'APPLIED', 'FAILED',
                                   'REJECTED', 'CANCELLED'])[1 + (hashint4(s.n) & 5)] end,
                               s.id, s.portal_company_id, d.name, s.product_id, s.product_name, s.vendor_name, s.quantity,
                               s.quantity + 5, 'client' || s.n % 900 || '@example.com', true, '', 'HELD',
                               'APPROVAL_BY_DEFAULT', 'Held: every request needs an approval', 1,
                               jsonb_build_object('current', s.quantity, 'wanted', s.quantity + 5, 'vendor', s.vendor_name,
                                   'anotherOpen', false, 'rule', '{"approvalNeeded": false, "ownMax": false}'::jsonb),
                               s.billing_term,
                               s.currency, '', '', 0, 0, '', now() - s.n * interval '10 minutes',
                               now() - s.n * interval '9 minutes'
                        from (select row_number() over ()::int as n, * from subscription
                              where portal_company_id is not null limit ?) s
                        join portal.company_directory d on d.id = s.portal_company_id
                        """)
                .param(REQUESTS)
                .update();
        plugin.jdbc.sql("vacuum (analyze) seat_request").update();
    }

    private void floor(ScreensUnderTest plugin) {
        plugin.jdbc
                .sql("select * from seat_request where id > ? order by id limit " + PAGE)
                .param(new UUID(random.nextLong(), 0))
                .query((row, number) -> row.getObject("id", UUID.class) + row.getString("reason"))
                .list();
    }
}
