package dev.portico.pax8.licensing.renewals;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.licensing.renewals.Renewal.Answer;
import dev.portico.pax8.licensing.renewals.Renewal.Stake;
import dev.portico.pax8.licensing.renewals.Renewal.What;
import dev.portico.pax8.licensing.requests.RequestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads renewals of the companies of a scope; asks for no permission. */
final class RenewalRows {

    /** Months of a term, as {@link dev.portico.pax8.licensing.rules.CommitmentTerm} reads them. */
    static final String MONTHS = """
            case when lower(%1$s) = 'monthly' then 1
                 when lower(%1$s) in ('annual', 'yearly') then 12
                 when %1$s ~* '^[0-9]{1,3}[- ]?years?$' then 12 * cast(substring(%1$s from '^[0-9]+') as integer)
                 when %1$s ~* '^[0-9]{1,3}[- ]?months?$' then cast(substring(%1$s from '^[0-9]+') as integer) end""";

    /**
     * Commitments of a month come again and again and need no decision. One that is cancelled, or has an end already,
     * has been decided.
     */
    private static final String FROM = """
            from subscription s
            join portal.company_directory d on d.id = s.portal_company_id
            left join product p on p.id = s.product_id
            cross join lateral (
                select case when s.status = 'Trial' then cast(s.end_date at time zone 'UTC' as date)
                            else cast(s.commitment_end at time zone 'UTC' as date) + 1 end as day) r
            left join lateral (
                select c.auto_renew from commitment_rule c
                where c.product_id = s.product_id
                  and (c.commitment_id = s.commitment_id or lower(c.term) = lower(s.commitment_term))
                order by c.commitment_id is not distinct from s.commitment_id desc, c.commitment_id
                limit 1) c on true
            left join renewal_answer a on a.subscription_id = s.id and a.renews_on = r.day
            left join renewal_mute u on u.product_id = s.product_id
            where s.portal_company_id is not null
              and (:everyCompany or s.portal_company_id = any (cast(:scope as uuid[])))
              and ((s.commitment_end >= :from and s.commitment_end < :to and s.end_date is null
                    and s.status not in ('Cancelled', 'Converted', 'PendingCancel', 'Trial')
                    and coalesce(%s, 0) <> 1)
                   or (s.status = 'Trial' and s.end_date >= :today and s.end_date < :past))
            """.formatted(MONTHS.formatted("s.commitment_term"));

    private static final String FILTER = """
              and (:text = '' or strpos(s.listing_key, :text) > 0 or strpos(lower(d.name), :text) > 0)
              and (cast(:vendor as text) is null or s.vendor_name = :vendor)
              and (cast(:company as uuid) is null or s.portal_company_id = :company)
              and (cast(:day as date) is null or r.day = :day)
            """;

    private static final String STAKE = "round(s.monthly_cost * " + MONTHS.formatted("s.commitment_term") + ", 4)";

    private static final String COLUMNS = """
            select s.id, d.id as company_id, d.name as company, s.product_id,
                   coalesce(nullif(s.product_name, ''), p.name, '') as product, s.vendor_name, s.quantity,
                   s.commitment_term, s.billing_term, r.day, s.status, c.auto_renew, a.answer, a.seats,
                   a.asked_by, a.answered_by, a.changed_at, u.product_id is not null as muted,
                   exists (select from seat_request q where q.subscription_id = s.id and q.state in (%s)) as requested
            """.formatted(RequestState.OPEN.stream()
                    .map(state -> "'" + state.name() + "'")
                    .sorted()
                    .collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;
    private final Clock clock;

    RenewalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Columns of a whole renewal; with its stake only if that is asked for. */
    static String columns(boolean stake) {
        return COLUMNS + (stake ? ", " + STAKE + " as stake, s.currency\n" : "\n");
    }

    /** The stake of a renewal, for sums. */
    static String stake() {
        return STAKE;
    }

    /** A statement over renewals that match; what follows the condition may group, order and limit. */
    StatementSpec matching(String columns, RenewalFilter filter, CompanyScope scope, String rest) {
        return parameters(columns + FROM + FILTER + "and " + filter.show().condition() + "\n" + rest, scope)
                .param("text", filter.text().strip().toLowerCase(Locale.ROOT))
                .param("vendor", filter.vendor().orElse(null))
                .param("company", filter.company().orElse(null))
                .param("day", filter.day().orElse(null));
    }

    /** A statement over renewals of the scope that meet a condition. */
    StatementSpec where(String columns, CompanyScope scope, String condition) {
        return parameters(columns + FROM + condition, scope);
    }

    /** Today, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private StatementSpec parameters(String sql, CompanyScope scope) {
        LocalDate today = today();
        return jdbc.sql(sql)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", scope instanceof CompanyScope.Only only ? array(only) : "{}")
                .param("from", midnight(today.minusDays(1)))
                .param("to", midnight(today.plusDays(Renewals.DAYS)))
                .param("today", midnight(today))
                .param("past", midnight(today.plusDays(Renewals.DAYS + 1)));
    }

    static Renewal renewal(ResultSet row, boolean stake) throws SQLException {
        return new Renewal(
                row.getObject("id", UUID.class),
                row.getObject("company_id", UUID.class),
                row.getString("company"),
                Optional.ofNullable(row.getObject("product_id", UUID.class)),
                row.getString("product"),
                row.getString("vendor_name"),
                row.getLong("quantity"),
                row.getString("commitment_term"),
                row.getString("billing_term"),
                row.getObject("day", LocalDate.class),
                what(row),
                answer(row),
                row.getBoolean("requested"),
                row.getBoolean("muted"),
                stake && row.getBigDecimal("stake") != null
                        ? Optional.of(new Stake(row.getBigDecimal("stake"), row.getString("currency")))
                        : Optional.empty());
    }

    private static What what(ResultSet row) throws SQLException {
        if (row.getString("status").equals("Trial")) {
            return What.TRIAL_ENDS;
        }
        Boolean renews = row.getObject("auto_renew", Boolean.class);
        return renews == null ? What.UNKNOWN : renews ? What.RENEWS : What.ENDS;
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        if (answer == null) {
            return Optional.empty();
        }
        RenewalAnswer said = RenewalAnswer.valueOf(answer);
        return Optional.of(new Answer(
                said,
                Optional.ofNullable(row.getObject("seats", Long.class)),
                row.getString(said == RenewalAnswer.ASKED ? "asked_by" : "answered_by"),
                row.getTimestamp("changed_at").toInstant()));
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static String array(CompanyScope.Only only) {
        return only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
