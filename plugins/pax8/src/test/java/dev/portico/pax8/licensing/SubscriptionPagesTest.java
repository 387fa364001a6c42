package dev.portico.pax8.licensing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages are compared with what sorting and filtering the plain rows in memory gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionPagesTest {

    private static final int ROWS = 160;
    private static final int PAGE = 59;
    private static final List<String> COMPANIES = List.of("Acme Dental", "acme law", "Évora Bakery", "Harbor", "zebra");
    private static final List<String> PRODUCTS = List.of("Backup", "backup pro", "Éclair Mail", "Office", "");
    private static final List<String> VENDORS = List.of("Acronis", "microsoft", "Éclair");

    private final Random random = new Random(11);
    private final List<Row> rows = new ArrayList<>();
    private final HikariDataSource pool = new HikariDataSource();
    private ScreensUnderTest plugin;
    private Subscriptions subscriptions;
    private Instant now;

    @BeforeAll
    void manyLikeRows() {
        plugin = new ScreensUnderTest();
        pool.setDataSource(plugin.dataSource);
        subscriptions = new Subscriptions(
                JdbcClient.create(pool),
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                plugin.portal,
                plugin.clock);
        now = plugin.clock.instant();
        COMPANIES.forEach(name -> plugin.map(plugin.pax8Company("pax8 " + name, ""), plugin.portalCompany(name, "")));
        plugin.pax8Company("pax8 unmapped", "");
        for (int product = 0; product < 6; product++) {
            plugin.product("Catalog " + product, VENDORS.get(product % VENDORS.size()));
        }
        for (int number = 0; number < ROWS; number++) {
            insert(new Row(
                    new UUID(random.nextLong(), random.nextLong()),
                    number % 20 == 0 ? "unmapped" : any(COMPANIES),
                    random.nextInt(8),
                    any(PRODUCTS),
                    random.nextInt(4),
                    any(List.of("Active", "Active", "Cancelled", "Trial")),
                    any(List.of("Monthly", "Annual", "One-Time", "5-Year")),
                    random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(4) * 12L),
                    random.nextInt(3) == 0 ? null : now.plus(Duration.ofDays(random.nextInt(4))),
                    random.nextInt(3) > 0 ? null : now.plus(Duration.ofHours(random.nextInt(5) - 2))));
        }
        rows.removeIf(row -> row.company().equals("unmapped"));
    }

    @AfterAll
    void close() {
        pool.close();
        plugin.close();
    }

    @ParameterizedTest
    @EnumSource
    void showEveryRowOnceInOrder(SubscriptionSort sort) {
        compare(sort, SubscriptionFilter.NONE, row -> true);
    }

    @ParameterizedTest
    @EnumSource
    void showWhatMatchesTheFilterInOrder(SubscriptionSort sort) {
        compare(sort, filter("", "Active", null, null), row -> row.status().equals("Active"));
        compare(sort, filter("", null, "microsoft", null), row -> row.vendor().equals("microsoft"));
        compare(
                sort,
                filter("", "Cancelled", null, "Harbor"),
                row -> row.status().equals("Cancelled") && row.company().equals("Harbor"));
    }

    @ParameterizedTest
    @EnumSource
    void showWhatTheSearchFindsInProductVendorAndCompanyInOrder(SubscriptionSort sort) {
        compare(sort, filter(" ÉCL", null, null, null), row -> row.listing().contains("écl"));
        compare(
                sort,
                filter("AC", null, null, null),
                row -> row.listing().contains("ac") || lower(row.company()).contains("ac"));
    }

    @ParameterizedTest
    @EnumSource
    void showRestrictedStaffTheirCompaniesInOrder(SubscriptionSort sort) {
        plugin.portal.scope =
                new CompanyScope.Only(Set.of(ScreensUnderTest.id("portal Harbor"), ScreensUnderTest.id("portal zebra")));
        try {
            compare(sort, SubscriptionFilter.NONE, row -> Set.of("Harbor", "zebra").contains(row.company()));
            compare(sort, filter("", null, null, "acme law"), row -> false);
        } finally {
            plugin.portal.scope = new CompanyScope.All();
        }
    }

    @Test
    void areExportedAllInTheOrderOfCompanies() {
        List<UUID> exported = new ArrayList<>();
        subscriptions.each(SubscriptionFilter.NONE, row -> exported.add(row.id()));
        assertThat(exported).isEqualTo(sorted(SubscriptionSort.COMPANY, true, row -> true));
    }

    private void compare(SubscriptionSort sort, SubscriptionFilter filter, Predicate<Row> matches) {
        for (boolean ascending : List.of(true, false)) {
            List<UUID> expected = sorted(sort, ascending, matches);
            List<UUID> shown = new ArrayList<>();
            for (int offset = 0; offset < expected.size() + PAGE; offset += PAGE) {
                subscriptions.page(filter, sort, ascending, offset, PAGE).forEach(row -> shown.add(row.id()));
            }
            assertThat(shown).as("%s, ascending %s, %s", sort, ascending, filter).isEqualTo(expected);
            assertThat(subscriptions.count(filter)).isEqualTo(expected.size());
        }
        assertThat(subscriptions.totals(filter).all())
                .isEqualTo(rows.stream().filter(matches).count());
    }

    private List<UUID> sorted(SubscriptionSort sort, boolean ascending, Predicate<Row> matches) {
        return rows.stream().filter(matches).sorted(order(sort, ascending)).map(Row::id).toList();
    }

    private Comparator<Row> order(SubscriptionSort sort, boolean ascending) {
        Comparator<Row> rest = comparing(Row::listing).thenComparing(row -> row.id().toString());
        Comparator<Row> ties = ascending ? rest : rest.reversed();
        return switch (sort) {
            case PRODUCT -> ties;
            case COMPANY -> by(row -> lower(row.company()), ascending).thenComparing(ties);
            case SEATS -> by(Row::seats, ascending).thenComparing(ties);
            case STATUS -> by(Row::status, ascending).thenComparing(ties);
            case TERM -> by(Row::term, ascending).thenComparing(ties);
            case COMMITMENT_END -> by(Row::commitmentEnd, ascending).thenComparing(ties);
            case COST -> by(this::cost, ascending).thenComparing(ties);
        };
    }

    /** Unknown values stand at the end either way. */
    private static <K extends Comparable<? super K>> Comparator<Row> by(
            Function<Row, @Nullable K> key, boolean ascending) {
        Comparator<K> order = ascending ? naturalOrder() : reverseOrder();
        return comparing(key, nullsLast(order));
    }

    private @Nullable BigDecimal cost(Row row) {
        boolean live = row.end() == null ? !row.status().equals("Cancelled") : row.end().isAfter(now);
        if (!live || row.term().equals("One-Time") || row.seats() == 0) {
            return BigDecimal.ZERO;
        }
        if (row.unitCost() == null || row.term().equals("5-Year")) {
            return null;
        }
        return row.unitCost()
                .multiply(BigDecimal.valueOf(row.seats()))
                .divide(BigDecimal.valueOf(row.term().equals("Annual") ? 12 : 1));
    }

    private void insert(Row row) {
        rows.add(row);
        plugin.jdbc.sql(
                        """
                        insert into subscription (id, company_id, product_id, product_name, vendor_subscription_id, quantity,
                                                  status, billing_term, price, partner_cost, currency, commitment_term,
                                                  commitment_end, end_date, first_seen_at, changed_at)
                        values (?, ?, ?, ?, '', ?, ?, ?, 1, ?, 'USD', '', ?, ?, now(), now())
                        """)
                .params(
                        row.id(),
                        ScreensUnderTest.id("pax8 pax8 " + row.company()),
                        ScreensUnderTest.id("product Catalog " + row.catalog()),
                        row.named(),
                        row.seats(),
                        row.status(),
                        row.term(),
                        row.unitCost(),
                        time(row.commitmentEnd()),
                        time(row.end()))
                .update();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static @Nullable Timestamp time(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static SubscriptionFilter filter(
            String text, @Nullable String status, @Nullable String vendor, @Nullable String company) {
        return new SubscriptionFilter(
                text,
                Optional.ofNullable(status),
                Optional.ofNullable(vendor),
                Optional.ofNullable(company).map(name -> ScreensUnderTest.id("portal " + name)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Of the products 0 to 7 the catalog has those below 6. */
    private record Row(
            UUID id,
            String company,
            int catalog,
            String named,
            long seats,
            String status,
            String term,
            @Nullable BigDecimal unitCost,
            @Nullable Instant commitmentEnd,
            @Nullable Instant end) {

        String vendor() {
            return catalog < 6 ? VENDORS.get(catalog % VENDORS.size()) : "";
        }

        String listing() {
            String product = named.isEmpty() && catalog < 6 ? "Catalog " + catalog : named;
            return lower(product + "\n" + vendor());
        }
    }
}
