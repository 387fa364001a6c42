package dev.portico.pax8.licensing;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.SubscriptionRow.Amounts;
import dev.portico.pax8.licensing.SubscriptionTotals.Amount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads subscriptions of the companies that the current user may see. Needs {@code read_licensing} and throws
 * {@link PermissionDenied} without it; amounts are read only for users with {@code manage_licensing}.
 */
class Subscriptions {

    /** Pax8 does not always name the product of a subscription; the catalog does. */
    static final String PRODUCT = "coalesce(nullif(s.product_name, ''), p.name, '')";

    private static final String MATCHING = """
            from subscription s
            join company_mapping m on m.pax8_company_id = s.company_id
            join portal.company_directory d on d.id = m.portal_company_id
            left join product p on p.id = s.product_id
            where (:everyCompany or d.id = any (cast(:scope as uuid[])))
              and (:text = '' or strpos(lower(%s), :text) > 0 or strpos(lower(p.vendor_name), :text) > 0
                   or strpos(lower(d.name), :text) > 0)
              and (cast(:status as text) is null or s.status = :status)
              and (cast(:vendor as text) is null or p.vendor_name = :vendor)
              and (cast(:company as uuid) is null or d.id = :company)
            """.formatted(PRODUCT);

    /** Pax8 bills by dates, not by status: a cancelled subscription is paid until its end. */
    private static final String LIVE =
            "coalesce(s.end_date > :now, s.status not in ('Cancelled', 'Converted'))";

    private static final String MONTHLY = "case when not " + LIVE + " then 0 when s.quantity = 0 then 0 else "
            + "round(%s * s.quantity / nullif(" + BillingTerm.sqlMonths("s.billing_term") + ", 0), 4) end";

    private static final String NOT_RECURRING = BillingTerm.sqlMonths("s.billing_term") + " = 0";

    private static final String COST = amount("s.partner_cost");
    private static final String RETAIL = amount("s.price");

    private final JdbcClient database;
    private final CurrentUser user;
    private final Clock clock;

    Subscriptions(JdbcClient database, CurrentUser user, Clock clock) {
        this.database = database;
        this.user = user;
        this.clock = clock;
    }

    /** Whether the current user may see amounts. */
    boolean showsAmounts() {
        return user.may("manage_licensing");
    }

    /** Part of what matches. */
    List<SubscriptionRow> page(
            SubscriptionFilter filter, SubscriptionFilter.Sort sort, boolean ascending, int offset, int limit) {
        boolean amounts = showsAmounts();
        SubscriptionFilter.Sort allowed =
                sort == SubscriptionFilter.Sort.COST && !amounts ? SubscriptionFilter.Sort.PRODUCT : sort;
        String columns = """
                select s.id, %s as product, coalesce(p.vendor_name, '') as vendor, d.name as company, s.quantity,
                       s.status, s.billing_term, s.commitment_term, s.commitment_end
                """.formatted(PRODUCT) + (amounts ? ", s.currency, " + COST + " as monthly_cost, " + RETAIL + " as monthly_retail\n" : "");
        return matching(columns + MATCHING + "order by " + allowed.sql(ascending) + " limit :limit offset :offset", filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row, amounts))
                .list();
    }

    /** How many match. */
    long count(SubscriptionFilter filter) {
        return matching("select count(*) " + MATCHING, filter).query(Long.class).single();
    }

    /** Figures over all that match. */
    SubscriptionTotals totals(SubscriptionFilter filter) {
        boolean amounts = showsAmounts();
        String sql = """
                select count(*) as everything, count(*) filter (where s.status = 'Active') as active,
                       coalesce(sum(s.quantity) filter (where %s), 0) as seats
                """.formatted(LIVE)
                + (amounts ? ", count(*) filter (where " + COST + " is null) as without_cost\n" : "");
        SubscriptionTotals totals = matching(sql + MATCHING, filter)
                .query((row, number) -> new SubscriptionTotals(
                        row.getLong("everything"),
                        row.getLong("active"),
                        row.getLong("seats"),
                        List.of(),
                        amounts ? row.getLong("without_cost") : 0))
                .single();
        return amounts
                ? new SubscriptionTotals(
                        totals.all(), totals.active(), totals.seats(), amounts(filter), totals.withoutCost())
                : totals;
    }

    /** Values that the visible subscriptions have, to choose filters from. */
    Choices choices() {
        return new Choices(
                distinct("s.status"),
                distinct("p.vendor_name"),
                matching("select distinct d.id, d.name, lower(d.name) " + MATCHING + "order by 3", SubscriptionFilter.NONE)
                        .query((row, number) ->
                                new CompanyChoice(row.getObject("id", UUID.class), row.getString("name")))
                        .list());
    }

    private List<String> distinct(String column) {
        return matching(
                        "select distinct " + column + " as value " + MATCHING + "and " + column
                                + " <> '' order by value",
                        SubscriptionFilter.NONE)
                .query(String.class)
                .list();
    }

    private List<Amount> amounts(SubscriptionFilter filter) {
        return matching(
                        "select s.currency, coalesce(sum(" + COST + "), 0) as cost, coalesce(sum(" + RETAIL
                                + "), 0) as retail " + MATCHING
                                + "group by s.currency having sum(" + COST + ") <> 0 or sum(" + RETAIL
                                + ") <> 0 order by cost desc, s.currency",
                        filter)
                .query((row, number) ->
                        new Amount(row.getString("currency"), row.getBigDecimal("cost"), row.getBigDecimal("retail")))
                .list();
    }

    private StatementSpec matching(String sql, SubscriptionFilter filter) {
        user.require("read_licensing");
        CompanyScope scope = user.companies();
        StatementSpec statement = database.sql(sql)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", scope instanceof CompanyScope.Only only ? array(only) : "{}")
                .param("text", filter.text().strip().toLowerCase(Locale.ROOT))
                .param("status", filter.status().orElse(null))
                .param("vendor", filter.vendor().orElse(null))
                .param("company", filter.company().orElse(null));
        return sql.contains(":now") ? statement.param("now", Timestamp.from(clock.instant())) : statement;
    }

    private static String amount(String unitPrice) {
        return "case when " + NOT_RECURRING + " then 0 else " + MONTHLY.formatted(unitPrice) + " end";
    }

    private static String array(CompanyScope.Only only) {
        return only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
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
