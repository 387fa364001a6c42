package dev.portico.pax8.licensing.portal;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.BillingTerm;
import dev.portico.pax8.licensing.portal.License.OpenRequest;
import dev.portico.pax8.licensing.portal.License.Price;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.Subject;
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
 * Reads the subscriptions of the company whose user this is. Needs {@code read_licensing}; who is no client's user is
 * refused. What seats cost the MSP is not read at all, and prices only if the settings show them to clients.
 */
final class MyLicenses {

    private static final String PRODUCT = "coalesce(nullif(s.product_name, ''), p.name, '')";

    private static final String MATCHING = """
            from subscription s
            join company_mapping m on m.pax8_company_id = s.company_id
            left join product p on p.id = s.product_id
            left join subscription_rule l on l.subscription_id = s.id
            left join seat_request r on r.subscription_id = s.id and r.state in (%s)
            cross join (select self_service_allowed, clients_see_prices
                        from licensing_settings order by version desc limit 1) g
            where m.portal_company_id = :company
              and (:everyCompany or m.portal_company_id = any (cast(:scope as uuid[])))
              and s.status not in ('Cancelled', 'Converted') and (s.end_date is null or s.end_date > :now)
              and (:text = '' or strpos(lower(%s), :text) > 0 or strpos(lower(p.vendor_name), :text) > 0)
            """.formatted(
                    RequestState.OPEN.stream()
                            .map(state -> "'" + state.name() + "'")
                            .collect(Collectors.joining(", ")),
                    PRODUCT);

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    MyLicenses(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** What the list can be sorted by. */
    enum Sort {
        PRODUCT("lower(" + MyLicenses.PRODUCT + ")"),
        SEATS("s.quantity");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        private String sql(boolean ascending) {
            return column + (ascending ? " asc" : " desc") + ", lower(" + MyLicenses.PRODUCT + "), s.id";
        }
    }

    /** Part of what matches the text. */
    List<License> page(String text, Sort sort, boolean ascending, int offset, int limit) {
        return matching(
                        "select s.id, " + PRODUCT + """
                         as product, coalesce(p.vendor_name, '') as vendor, s.quantity, s.status, s.billing_term,
                               case when g.clients_see_prices then s.price end as price, s.currency,
                               r.id as request_id, r.state as request_state, r.wanted_seats,
                               coalesce(l.allowed, g.self_service_allowed) as allowed
                        """ + MATCHING + "order by " + sort.sql(ascending) + " limit :limit offset :offset",
                        text)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> license(row))
                .list();
    }

    /** How many match the text. */
    long count(String text) {
        return matching("select count(*) " + MATCHING, text).query(Long.class).single();
    }

    /** Seats of all that match the text. */
    long seats(String text) {
        return matching("select coalesce(sum(s.quantity), 0) " + MATCHING, text).query(Long.class).single();
    }

    /** The company whose user this is. */
    UUID company() {
        user.require("read_licensing");
        return user.client().orElseThrow(() -> new PermissionDenied("read_licensing"));
    }

    private StatementSpec matching(String sql, String text) {
        UUID company = company();
        CompanyScope scope = user.companies();
        return jdbc.sql(sql)
                .param("company", company)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", scope instanceof CompanyScope.Only only
                        ? only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"))
                        : "{}")
                .param("now", Timestamp.from(clock.instant()))
                .param("text", text.strip().toLowerCase(Locale.ROOT));
    }

    private static License license(ResultSet row) throws SQLException {
        UUID request = row.getObject("request_id", UUID.class);
        long seats = row.getLong("quantity");
        String status = row.getString("status");
        Optional<BigDecimal> unitPrice = Optional.ofNullable(row.getBigDecimal("price"));
        String currency = row.getString("currency");
        return new License(
                row.getObject("id", UUID.class),
                row.getString("product"),
                row.getString("vendor"),
                row.getString("billing_term"),
                seats,
                status,
                BillingTerm.of(row.getString("billing_term"))
                        .flatMap(term -> unitPrice.map(price -> new Price(term.monthly(price, seats), currency))),
                request == null
                        ? Optional.empty()
                        : Optional.of(new OpenRequest(
                                request,
                                RequestState.valueOf(row.getString("request_state")),
                                row.getLong("wanted_seats"))),
                row.getBoolean("allowed") && request == null && !Subject.ENDED.contains(status));
    }
}
