package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.licensing.requests.SeatRequest.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads synced subscriptions of mapped companies; asks for no permission. */
final class Subjects {

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The subscription, if it is here and its company is in the scope. */
    Optional<Subject> find(UUID subscriptionId, CompanyScope scope) {
        return jdbc.sql("""
                        select s.id, d.id as company_id, d.name as company_name, s.product_id,
                               coalesce(nullif(s.product_name, ''), p.name, '') as product_name,
                               coalesce(p.vendor_name, '') as vendor_name, s.quantity, s.status, s.billing_term,
                               s.price, s.partner_cost, s.currency, s.commitment_end,
                               exists (select from seat_request r where r.subscription_id = s.id and %s) as request_open
                        from subscription s
                        join company_mapping m on m.pax8_company_id = s.company_id
                        join portal.company_directory d on d.id = m.portal_company_id
                        left join product p on p.id = s.product_id
                        where s.id = :id and (:everyCompany or d.id = any (cast(:scope as uuid[])))
                        """.formatted(RequestRows.OPEN))
                .param("id", subscriptionId)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", RequestRows.array(scope))
                .query(Subjects::subject)
                .optional();
    }

    private static Subject subject(ResultSet row, int number) throws SQLException {
        return new Subject(
                row.getObject("id", UUID.class),
                row.getObject("company_id", UUID.class),
                row.getString("company_name"),
                Optional.ofNullable(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                row.getString("vendor_name"),
                row.getLong("quantity"),
                row.getString("status"),
                new Money(
                        row.getString("billing_term"),
                        Optional.ofNullable(row.getBigDecimal("price")),
                        Optional.ofNullable(row.getBigDecimal("partner_cost")),
                        row.getString("currency")),
                Optional.ofNullable(row.getTimestamp("commitment_end")).map(Timestamp::toInstant),
                row.getBoolean("request_open"));
    }
}
