package dev.portico.pax8.licensing;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.SubscriptionRow.Amounts;
import dev.portico.pax8.licensing.SubscriptionTotals.Amount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads subscriptions of the companies that the current user may see. Needs {@code read_licensing} and throws
 * {@link PermissionDenied} without it; amounts are read only for users with {@code manage_licensing}.
 */
class Subscriptions {

    private static final int FETCH_SIZE = 1_000;
    private static final String COST_NOW = SubscriptionSort.COST_NOW;
    private static final String RETAIL_NOW = "case when s.live_until > :now then s.monthly_retail else 0 end";

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final CurrentUser user;
    private final Clock clock;

    Subscriptions(JdbcClient database, TransactionTemplate reading, CurrentUser user, Clock clock) {
        this.database = database;
        this.reading = reading;
        this.user = user;
        this.clock = clock;
    }

    /** Whether the current user may see amounts. */
    boolean showsAmounts() {
        return user.may("manage_licensing");
    }

    /** Part of what matches. */
    List<SubscriptionRow> page(
            SubscriptionFilter filter, SubscriptionSort sort, boolean ascending, int offset, int limit) {
        boolean amounts = showsAmounts();
        SubscriptionSort allowed = sort == SubscriptionSort.COST && !amounts ? SubscriptionSort.PRODUCT : sort;
        Matching matching = matching(filter);
        String ids = allowed.ids(matching, ascending, offset, limit);
        return statement(rows(amounts) + "where s.id in (" + ids + ") order by " + allowed.order(ascending), matching)
                .query((row, number) -> row(row, amounts))
                .list();
    }

    /** Hands over all that match, by company and product, without holding them in memory. */
    void each(SubscriptionFilter filter, Consumer<SubscriptionRow> consumer) {
        boolean amounts = showsAmounts();
        Matching matching = matching(filter);
        String sql = rows(amounts) + "where " + matching.condition() + " order by " + SubscriptionSort.COMPANY.order(true);
        // why a transaction: without one PostgreSQL's driver reads everything before it gives the first row
        reading.executeWithoutResult(status -> {
            try (Stream<SubscriptionRow> rows = statement(sql, matching)
                    .withFetchSize(FETCH_SIZE)
                    .query((row, number) -> row(row, amounts))
                    .stream()) {
                rows.forEach(consumer);
            }
        });
    }

    /** How many match. */
    long count(SubscriptionFilter filter) {
        Matching matching = matching(filter);
        return statement("select count(*) from subscription s where " + matching.condition(), matching)
                .query(Long.class)
                .single();
    }

    /** Figures over all that match, of one moment. */
    SubscriptionTotals totals(SubscriptionFilter filter) {
        boolean amounts = showsAmounts();
        Matching matching = matching(filter);
        String sums = """
                , sum(s.monthly_cost) filter (where s.live_until > :now) as cost,
                sum(s.monthly_retail) filter (where s.live_until > :now) as retail,
                count(*) filter (where s.live_until > :now and s.monthly_cost is null) as without_cost
                """;
        List<SubscriptionTotals> parts = statement("""
                        select s.currency, count(*) as everything, count(*) filter (where s.status = 'Active') as active,
                               count(*) filter (where s.live_until <= :now) as ended,
                               coalesce(sum(s.quantity) filter (where s.live_until > :now), 0) as seats
                        """ + (amounts ? sums : "") + "from subscription s where " + matching.condition()
                        + " group by s.currency", matching)
                .query((row, number) -> totals(row, amounts))
                .list();
        return SubscriptionTotals.of(parts);
    }

    /** Values that the visible subscriptions have, to choose filters from. */
    Choices choices() {
        Matching matching = matching(SubscriptionFilter.NONE);
        Set<String> statuses = new TreeSet<>();
        Set<String> vendors = new TreeSet<>();
        statement("select distinct s.status, s.vendor_name from subscription s where " + matching.condition(), matching)
                .query(row -> {
                    statuses.add(row.getString("status"));
                    vendors.add(row.getString("vendor_name"));
                });
        statuses.remove("");
        vendors.remove("");
        return new Choices(List.copyOf(statuses), List.copyOf(vendors), companies(matching));
    }

    private List<CompanyChoice> companies(Matching matching) {
        return statement(
                        "select d.id, d.name from portal.company_directory d where exists (select from subscription s"
                                + " where s.portal_company_id = d.id and " + matching.condition()
                                + ") order by lower(d.name)",
                        matching)
                .query((row, number) -> new CompanyChoice(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private Matching matching(SubscriptionFilter filter) {
        user.require("read_licensing");
        return Matching.of(filter, user.companies());
    }

    private StatementSpec statement(String sql, Matching matching) {
        StatementSpec statement = database.sql(sql).params(matching.parameters());
        return sql.contains(":now") ? statement.param("now", Timestamp.from(clock.instant())) : statement;
    }

    /** Pax8 does not always name the product of a subscription; the catalog does. */
    private static String rows(boolean amounts) {
        String money = ", s.currency, " + COST_NOW + " as monthly_cost, " + RETAIL_NOW + " as monthly_retail\n";
        return """
                select s.id, coalesce(nullif(s.product_name, ''), p.name, '') as product, s.vendor_name as vendor,
                       d.name as company, s.quantity, s.status, s.billing_term, s.commitment_term, s.commitment_end,
                       s.live_until <= :now as ended
                """ + (amounts ? money : "") + """
                from subscription s
                join portal.company_directory d on d.id = s.portal_company_id
                left join product p on p.id = s.product_id
                """;
    }

    private static SubscriptionTotals totals(ResultSet row, boolean amounts) throws SQLException {
        return new SubscriptionTotals(
                row.getLong("everything"),
                row.getLong("active"),
                row.getLong("ended"),
                row.getLong("seats"),
                amounts
                        ? List.of(new Amount(
                                row.getString("currency"), amount(row, "cost"), amount(row, "retail")))
                        : List.of(),
                amounts ? row.getLong("without_cost") : 0);
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return Optional.<BigDecimal>ofNullable(row.getBigDecimal(column)).orElse(BigDecimal.ZERO);
    }

    private static SubscriptionRow row(ResultSet row, boolean amounts) throws SQLException {
        return new SubscriptionRow(
                row.getObject("id", UUID.class),
                row.getString("product"),
                row.getString("vendor"),
                row.getString("company"),
                row.getLong("quantity"),
                row.getString("status"),
                row.getString("billing_term"),
                row.getString("commitment_term"),
                Optional.ofNullable(row.getTimestamp("commitment_end")).map(Timestamp::toInstant),
                row.getBoolean("ended"),
                amounts
                        ? Optional.of(new Amounts(
                                Optional.<BigDecimal>ofNullable(row.getBigDecimal("monthly_cost")),
                                Optional.<BigDecimal>ofNullable(row.getBigDecimal("monthly_retail")),
                                row.getString("currency")))
                        : Optional.empty());
    }

    /** What filters can be set to. */
    record Choices(List<String> statuses, List<String> vendors, List<CompanyChoice> companies) {}

    /** A company of the portal with at least one subscription. */
    record CompanyChoice(UUID id, String name) {}
}
