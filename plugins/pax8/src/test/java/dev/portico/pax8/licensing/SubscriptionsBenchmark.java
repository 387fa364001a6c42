package dev.portico.pax8.licensing;

import com.zaxxer.hikari.HikariDataSource;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.bench.Timings;
import dev.portico.pax8.fixtures.LargePortfolio;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Server time of Licensing &gt; Subscriptions with 100,000 subscriptions, 5,000 companies and 25,000 products: from the
 * call of the service to its records, over pooled connections. Runs by {@code ./mvnw -Pbench -pl plugins/pax8} only.
 *
 * <p>Pages have 50 rows and start anywhere, also near the end. Users: staff that sees every company and amounts, staff
 * with 200 assigned companies and no amounts, and a scope of one company. Floor: 50 rows read by primary key, starting
 * at a random id.
 */
class SubscriptionsBenchmark {

    private static final int COMPANIES = 5_000;
    private static final int PRODUCTS = 25_000;
    private static final int SUBSCRIPTIONS = 100_000;
    private static final int PAGE = 50;
    private static final int ROUNDS = 6;
    private static final int WARM_UP = 1;

    private final Random random = new Random(8);
    private final List<SubscriptionFilter> filters = List.of(
            filter("", "Active", null),
            filter("", "Cancelled", null),
            filter("", null, "Vendor 0"),
            filter("", "Active", "Vendor 1"));
    private final List<SubscriptionFilter> searches = List.of(
            filter("premium", null, null),
            filter("harbor law", null, null),
            filter("123", null, null),
            filter("there is nothing like it", null, null),
            filter("vendor 1", "Active", null));

    private Timings timings = new Timings(() -> {});

    @Test
    void largePortfolio() throws IOException {
        try (ScreensUnderTest plugin = new ScreensUnderTest();
                HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(plugin.dataSource);
            pool.setMaximumPoolSize(2);
            JdbcClient jdbc = JdbcClient.create(pool);
            new LargePortfolio(COMPANIES, PRODUCTS, SUBSCRIPTIONS).fill(jdbc);
            Subscriptions subscriptions = new Subscriptions(
                    jdbc, new TransactionTemplate(new JdbcTransactionManager(pool)), plugin.portal, plugin.clock);
            timings = new Timings(() -> floor(jdbc));
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                if (round == 0) {
                    timings.forget();
                }
                plugin.portal.permissions.add("manage_licensing");
                plugin.portal.scope = new CompanyScope.All();
                look(subscriptions, "");
                plugin.portal.permissions.remove("manage_licensing");
                plugin.portal.scope = new CompanyScope.Only(companies(200));
                look(subscriptions, "200 companies: ");
                plugin.portal.scope = new CompanyScope.Only(companies(1));
                look(subscriptions, "one company: ");
            }
            timings.write(
                    "Subscriptions: " + SUBSCRIPTIONS + " of " + COMPANIES + " companies",
                    Path.of(System.getProperty("portico.bench.folder"), "bench-subscriptions.md"));
        }
    }

    private void look(Subscriptions subscriptions, String who) {
        long all = subscriptions.count(SubscriptionFilter.NONE);
        for (SubscriptionSort sort : SubscriptionSort.values()) {
            for (boolean ascending : List.of(true, false)) {
                String kind = who + (who.isEmpty() ? "page by " + sort : "page, every order");
                page(subscriptions, kind, SubscriptionFilter.NONE, sort, ascending, 0);
                page(subscriptions, kind, SubscriptionFilter.NONE, sort, ascending, anywhere(all));
                page(subscriptions, kind, SubscriptionFilter.NONE, sort, ascending, (int) Math.max(0, all - PAGE));
            }
        }
        SubscriptionSort sort = SubscriptionSort.values()[random.nextInt(SubscriptionSort.values().length)];
        for (SubscriptionFilter filter : filters) {
            look(subscriptions, who, "filtered", filter, sort);
        }
        for (SubscriptionFilter search : searches) {
            look(subscriptions, who, "searched", search, sort);
        }
        timings.measure(who + "totals of all", () -> subscriptions.totals(SubscriptionFilter.NONE));
        timings.measure(who + "count of all", () -> subscriptions.count(SubscriptionFilter.NONE));
        timings.measure(who + "choices of the filters", subscriptions::choices);
    }

    private void look(
            Subscriptions subscriptions, String who, String how, SubscriptionFilter filter, SubscriptionSort sort) {
        long matches = subscriptions.count(filter);
        page(subscriptions, who + "page, " + how, filter, SubscriptionSort.PRODUCT, true, 0);
        page(subscriptions, who + "page, " + how, filter, sort, random.nextBoolean(), anywhere(matches));
        timings.measure(who + "totals, " + how, () -> subscriptions.totals(filter));
        timings.measure(who + "count, " + how, () -> subscriptions.count(filter));
    }

    private void page(
            Subscriptions subscriptions,
            String kind,
            SubscriptionFilter filter,
            SubscriptionSort sort,
            boolean ascending,
            int offset) {
        timings.measure(kind, () -> subscriptions.page(filter, sort, ascending, offset, PAGE));
    }

    private int anywhere(long rows) {
        return rows <= PAGE ? 0 : random.nextInt((int) rows - PAGE);
    }

    private Set<UUID> companies(int number) {
        return random.ints(1, COMPANIES)
                .distinct()
                .limit(number)
                .mapToObj(LargePortfolio::portalCompany)
                .collect(Collectors.toSet());
    }

    private void floor(JdbcClient jdbc) {
        jdbc.sql("select * from subscription where id > ? order by id limit " + PAGE)
                .param(new UUID(random.nextLong(), 0))
                .query((row, number) -> row.getObject("id", UUID.class) + row.getString("product_name"))
                .list();
    }

    private static SubscriptionFilter filter(String text, @Nullable String status, @Nullable String vendor) {
        return new SubscriptionFilter(text, Optional.ofNullable(status), Optional.ofNullable(vendor), Optional.empty());
    }
}
