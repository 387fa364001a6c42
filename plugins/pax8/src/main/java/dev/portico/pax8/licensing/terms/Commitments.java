package dev.portico.pax8.licensing.terms;

import dev.portico.pax8.licensing.rules.Commitment;
import dev.portico.pax8.licensing.rules.CommitmentTerm;
import dev.portico.pax8.licensing.rules.SeatChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When seats of a subscription can be changed, from its commitment and what Pax8 says about its product. */
public final class Commitments {

    /** Microsoft takes seats back for seven days after a purchase or renewal in its New Commerce Experience. */
    private static final int MICROSOFT_WINDOW = 7;

    private final JdbcClient jdbc;
    private final Clock clock;

    Commitments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * When the change is possible, as far as is known here. Asks for no permission: whoever calls has checked that the
     * subscription may be seen.
     *
     * @param subscriptionId synced; {@link SeatChange.Now} for one that is not here
     * @param current seats now
     * @param wanted seats after the change
     */
    public SeatChange possibility(UUID subscriptionId, long current, long wanted) {
        return of(subscriptionId)
                .map(commitment -> commitment.possibility(current, wanted, clock.instant()))
                .orElseGet(SeatChange.Now::new);
    }

    /** What binds a subscription; empty if nothing does, or if it is not here. */
    Optional<Commitment> of(UUID subscriptionId) {
        return jdbc.sql("""
                        select s.start_date, s.commitment_term, s.commitment_end, c.*,
                               coalesce(p.vendor_name, '') as vendor,
                               coalesce(p.name, s.product_name) as product
                        from subscription s
                        left join product p on p.id = s.product_id
                        left join lateral (
                            select r.* from commitment_rule r
                            where r.product_id = s.product_id
                              and (r.commitment_id = s.commitment_id or lower(r.term) = lower(s.commitment_term))
                            order by r.commitment_id is not distinct from s.commitment_id desc,
                                     coalesce(r.decrease_allowed, false), r.commitment_id
                            limit 1) c on true
                        where s.id = ?
                          and (s.commitment_id is not null or s.commitment_term <> '' or s.commitment_end is not null)
                        """)
                .param(subscriptionId)
                .query((row, number) -> commitment(row))
                .optional();
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        String term = row.getString("commitment_term");
        String ruleTerm = row.getString("term");
        return new Commitment(
                CommitmentTerm.months(term.isEmpty() && ruleTerm != null ? ruleTerm : term),
                day(row.getTimestamp("commitment_end")),
                day(row.getTimestamp("start_date")),
                flag(row, "increase_allowed"),
                flag(row, "decrease_allowed"),
                flag(row, "auto_renew"),
                days(row, "days_before_term_end").orElse(0),
                days(row, "days_after_term_end").orElse(newCommerce(row) ? MICROSOFT_WINDOW : 0));
    }

    private static boolean newCommerce(ResultSet row) throws SQLException {
        String product = row.getString("product").toLowerCase(Locale.ROOT);
        return row.getString("vendor").equalsIgnoreCase("Microsoft")
                && (product.contains("new commerce") || product.contains("(nce)"));
    }

    private static Optional<LocalDate> day(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(it -> LocalDate.ofInstant(it.toInstant(), ZoneOffset.UTC));
    }

    private static Optional<Boolean> flag(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Boolean.class));
    }

    private static Optional<Integer> days(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class)).map(days -> Math.max(days, 0));
    }
}
