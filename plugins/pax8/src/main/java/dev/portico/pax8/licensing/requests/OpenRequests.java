package dev.portico.pax8.licensing.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests with which something goes on by itself; asks for no permission. */
public final class OpenRequests {

    private static final int MOST_AT_ONCE = 500;

    /** For so long a request that was sent and failed is still taken for done if a sync shows its seats. */
    private static final Duration LATE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final Clock clock;

    OpenRequests(JdbcClient jdbc, RequestRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Those whose time to be pushed on has come, longest waiting first; not more than a few hundred at once. */
    public List<Due> due() {
        return jdbc.sql("""
                        select r.* from seat_request r
                        where r.state in ('SCHEDULED', 'APPROVED', 'APPLYING')
                          and coalesce(r.look_again_at <= :now, r.state <> 'SCHEDULED' or r.scheduled_for <= :now)
                        order by coalesce(r.look_again_at, r.changed_at), r.number
                        limit %d
                        """.formatted(MOST_AT_ONCE))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Due(
                        rows.request(row, number),
                        Optional.ofNullable(row.getTimestamp("accepted_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** When the next of those that wait for Pax8 is due; empty if none waits. */
    public Optional<Instant> next() {
        return jdbc.sql("""
                        select min(coalesce(r.look_again_at, r.changed_at)) as next from seat_request r
                        where r.state in ('APPROVED', 'APPLYING')
                        """)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .single();
    }

    /** Notes why a request waits, and until when; it stays the request it was, so that nobody is overtaken by that. */
    public void wait(SeatRequest request, Instant until, String problem) {
        jdbc.sql("""
                        update seat_request set look_again_at = ?, problem = ?, checks = checks + 1
                        where id = ? and version = ?
                        """)
                .params(Timestamp.from(until), problem, request.id(), request.version())
                .update();
    }

    /** Notes that Pax8 said yes to the write that was sent. */
    public void accepted(SeatRequest sent) {
        jdbc.sql("update seat_request set accepted_at = ?, look_again_at = null where id = ? and version = ?")
                .params(Timestamp.from(clock.instant()), sent.id(), sent.version())
                .update();
    }

    /** Notes that the write that was sent has surely not been done, as if it had never been sent. */
    public void notDone(SeatRequest sent, Instant until, String problem) {
        jdbc.sql("""
                        update seat_request set sent_at = null, sends = sends - 1, look_again_at = ?, problem = ?
                        where id = ? and version = ?
                        """)
                .params(Timestamp.from(until), problem, sent.id(), sent.version())
                .update();
    }

    /** Those that are not sent and whose subscription is not here any more, not of their company, or has ended. */
    List<Lost> lost() {
        return jdbc.sql("""
                        select r.*,
                               case when s.status in (%1$s) then 'ENDED'
                                    when s.id is null and exists (select from company_mapping c
                                                                  where c.portal_company_id = r.portal_company_id)
                                    then 'GONE' else 'UNMAPPED' end as loss
                        from seat_request r
                        left join subscription s on s.id = r.subscription_id
                        left join company_mapping m on m.pax8_company_id = s.company_id
                        where r.state in ('PENDING', 'SCHEDULED', 'APPROVED', 'BY_HAND')
                          and (s.id is null or m.portal_company_id is distinct from r.portal_company_id
                               or s.status in (%1$s))
                        order by r.number
                        """.formatted(Subject.ENDED.stream().sorted().collect(Collectors.joining("', '", "'", "'"))))
                .query((row, number) -> new Lost(rows.request(row, number), Loss.valueOf(row.getString("loss"))))
                .list();
    }

    /** All that are open. */
    List<SeatRequest> all() {
        return jdbc.sql("select r.* from seat_request r where " + RequestRows.OPEN + " order by r.number")
                .query(rows::request)
                .list();
    }

    /**
     * Those whose wanted seats a sync has brought without the push: staff placed them, or Pax8 showed them after the
     * portal had given up.
     */
    List<SeatRequest> shown() {
        return jdbc.sql("""
                        select r.* from seat_request r join subscription s on s.id = r.subscription_id
                        where s.quantity = r.wanted_seats
                          and (r.state = 'BY_HAND'
                               or r.state = 'FAILED' and r.sends > 0 and r.closed_at > :since
                                  and not exists (select from seat_request o where o.subscription_id = r.subscription_id
                                                                               and o.number > r.number))
                        order by r.number
                        """)
                .param("since", OffsetDateTime.ofInstant(clock.instant().minus(LATE), ZoneOffset.UTC))
                .query(rows::request)
                .list();
    }

    /**
     * A request with which it is time to go on.
     *
     * @param acceptedAt when Pax8 said yes to the last write
     */
    public record Due(SeatRequest request, Optional<Instant> acceptedAt) {}

    /** A request that cannot be done any more. */
    record Lost(SeatRequest request, Loss loss) {}

    /** What became of its subscription. */
    enum Loss {
        GONE,
        ENDED,
        UNMAPPED
    }
}
