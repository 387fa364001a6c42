package dev.portico.pax8.licensing.detail;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.detail.SeatMove.ByRequest;
import dev.portico.pax8.licensing.detail.SubscriptionDetail.Commitment;
import dev.portico.pax8.licensing.detail.SubscriptionDetail.Ids;
import dev.portico.pax8.licensing.detail.SubscriptionDetail.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads single subscriptions of the companies that the current user may see. Needs {@code read_licensing} and throws
 * {@link PermissionDenied} without it; amounts are read only for users with {@code manage_licensing}.
 */
class SubscriptionDetails {

    private static final int MOST_MOVES = 200;

    private static final String VISIBLE = """
            s.id = :id and s.portal_company_id is not null
              and (:everyCompany or s.portal_company_id = any (cast(:scope as uuid[])))
            """;

    private final JdbcClient database;
    private final CurrentUser user;
    private final Clock clock;

    SubscriptionDetails(JdbcClient database, CurrentUser user, Clock clock) {
        this.database = database;
        this.user = user;
        this.clock = clock;
    }

    /** The subscription, if there is one the user may see. */
    Optional<SubscriptionDetail> find(UUID id) {
        boolean amounts = user.may("manage_licensing");
        String money = """
                , s.price, s.partner_cost, s.currency,
                case when s.live_until > :now then s.monthly_retail else 0 end as monthly_price,
                case when s.live_until > :now then s.monthly_cost else 0 end as monthly_cost
                """;
        StatementSpec statement = visible(
                """
                select s.id, coalesce(nullif(s.product_name, ''), p.name, '') as product, s.vendor_name, d.name as company,
                       s.quantity, s.status, s.billing_term, s.commitment_id, s.commitment_term, s.commitment_end,
                       r.auto_renew, s.start_date, s.end_date, s.first_seen_at, s.portal_company_id, s.company_id, s.product_id,
                       s.parent_subscription_id, s.vendor_subscription_id
                """
                        + (amounts ? money : "")
                        + """
                        from subscription s
                        join portal.company_directory d on d.id = s.portal_company_id
                        left join product p on p.id = s.product_id
                        left join commitment_rule r on r.product_id = s.product_id and r.commitment_id = s.commitment_id
                        where """ + " " + VISIBLE,
                id);
        return (amounts ? statement.param("now", Timestamp.from(clock.instant())) : statement)
                .query((row, number) -> detail(row, amounts))
                .optional();
    }

    /** How its seats changed, newest first; none for one the user may not see. */
    List<SeatMove> moves(UUID id) {
        return visible(
                        """
                        select c.at, c.from_seats, c.to_seats, r.id as request, r.number, r.requested_by
                        from seat_change c
                        join subscription s on s.id = c.subscription_id
                        left join seat_request r on r.id = c.request_id
                        where """ + " " + VISIBLE + "order by c.at desc, c.id desc limit " + MOST_MOVES,
                        id)
                .query((row, number) -> move(row))
                .list();
    }

    private StatementSpec visible(String sql, UUID id) {
        user.require("read_licensing");
        CompanyScope scope = user.companies();
        return database.sql(sql)
                .param("id", id)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", scope instanceof CompanyScope.Only only
                        ? only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"))
                        : "{}");
    }

    private static SubscriptionDetail detail(ResultSet row, boolean amounts) throws SQLException {
        return new SubscriptionDetail(
                row.getObject("id", UUID.class),
                row.getString("product"),
                row.getString("vendor_name"),
                row.getString("company"),
                row.getLong("quantity"),
                row.getString("status"),
                row.getString("billing_term"),
                commitment(row),
                time(row, "start_date"),
                time(row, "end_date"),
                row.getTimestamp("first_seen_at").toInstant(),
                new Ids(
                        row.getObject("portal_company_id", UUID.class),
                        row.getObject("company_id", UUID.class),
                        Optional.ofNullable(row.getObject("product_id", UUID.class)),
                        Optional.ofNullable(row.getObject("parent_subscription_id", UUID.class)),
                        row.getString("vendor_subscription_id")),
                amounts ? Optional.of(money(row)) : Optional.empty());
    }

    private static Optional<Commitment> commitment(ResultSet row) throws SQLException {
        Optional<Instant> end = time(row, "commitment_end");
        String term = row.getString("commitment_term");
        return term.isEmpty() && end.isEmpty()
                ? Optional.empty()
                : Optional.of(new Commitment(
                        term, end, Optional.ofNullable(row.getObject("auto_renew", Boolean.class))));
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(
                amount(row, "price"),
                amount(row, "partner_cost"),
                amount(row, "monthly_price"),
                amount(row, "monthly_cost"),
                row.getString("currency"));
    }

    private static SeatMove move(ResultSet row) throws SQLException {
        UUID request = row.getObject("request", UUID.class);
        return new SeatMove(
                row.getTimestamp("at").toInstant(),
                row.getLong("from_seats"),
                row.getLong("to_seats"),
                request == null
                        ? Optional.empty()
                        : Optional.of(new ByRequest(request, row.getLong("number"), row.getString("requested_by"))));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Optional<BigDecimal> amount(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }
}
