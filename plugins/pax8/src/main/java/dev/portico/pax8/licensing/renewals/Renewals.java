package dev.portico.pax8.licensing.renewals;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.renewals.Renewal.Stake;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Renewals as staff sees them, of the companies that the current user may see. Reading needs {@code read_licensing},
 * amounts and everything that is done {@code manage_licensing}; users of a client are refused.
 */
final class Renewals {

    /** How many days ahead a renewal is shown, the last one included. */
    static final int DAYS = 90;

    private final RenewalRows rows;
    private final JdbcClient jdbc;
    private final SeatRequests requests;
    private final RenewalNews news;
    private final CurrentUser user;
    private final Clock clock;

    Renewals(
            RenewalRows rows,
            JdbcClient jdbc,
            SeatRequests requests,
            RenewalNews news,
            CurrentUser user,
            Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.requests = requests;
        this.news = news;
        this.user = user;
        this.clock = clock;
    }

    /** Whether the current user sees amounts and may ask, mute and schedule. */
    boolean manages() {
        return user.may("manage_licensing") && user.client().isEmpty();
    }

    /** Today, in UTC as contracts have it. */
    LocalDate today() {
        return rows.today();
    }

    /** Part of what matches. */
    List<Renewal> page(RenewalFilter filter, RenewalFilter.Sort sort, boolean ascending, int offset, int limit) {
        mustRead();
        boolean stake = manages();
        RenewalFilter.Sort allowed = sort == RenewalFilter.Sort.STAKE && !stake ? RenewalFilter.Sort.DAY : sort;
        return rows.matching(
                        RenewalRows.columns(stake),
                        filter,
                        user.companies(),
                        "order by " + allowed.sql(ascending) + " limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> RenewalRows.renewal(row, stake))
                .list();
    }

    /** How many match. */
    long count(RenewalFilter filter) {
        mustRead();
        return rows.matching("select count(*)\n", filter, user.companies(), "")
                .query(Long.class)
                .single();
    }

    /** Figures over all that match. */
    RenewalTotals totals(RenewalFilter filter) {
        mustRead();
        boolean stake = manages();
        RenewalTotals plain = rows.matching(
                        "select count(*) as renewals, coalesce(sum(s.quantity), 0) as seats, count(*) filter (where "
                                + (stake ? RenewalRows.stake() + " is null" : "false") + ") as without\n",
                        filter,
                        user.companies(),
                        "")
                .query((row, number) -> new RenewalTotals(
                        row.getLong("renewals"), row.getLong("seats"), List.of(), row.getLong("without")))
                .single();
        return stake
                ? new RenewalTotals(plain.renewals(), plain.seats(), stakes(filter), plain.withoutStake())
                : plain;
    }

    /** Days on which something that matches renews, between two days, both included. */
    Map<LocalDate, RenewalDay> days(RenewalFilter filter, LocalDate first, LocalDate last) {
        mustRead();
        return rows.matching(
                        "select r.day, count(*) as renewals, sum(s.quantity) as seats\n",
                        filter.anyDay(),
                        user.companies(),
                        "and r.day between :first and :last group by r.day")
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new RenewalDay(
                        row.getObject("day", LocalDate.class), row.getLong("renewals"), row.getLong("seats")))
                .list()
                .stream()
                .collect(Collectors.toMap(RenewalDay::day, Function.identity()));
    }

    /** Vendors of renewals that can be seen. */
    List<String> vendors() {
        mustRead();
        return rows.where("select distinct s.vendor_name\n", user.companies(), "and s.vendor_name <> '' order by 1")
                .query(String.class)
                .list();
    }

    /**
     * Asks the client what to do, or reminds it on a later day.
     *
     * @return whether it was asked: not if it has answered, or if the renewal is not there any more
     */
    boolean ask(Renewal.Key renewal) {
        mustManage();
        Optional<Renewal> found = find(renewal);
        if (found.isEmpty()) {
            return false;
        }
        int asked = jdbc.sql("""
                        insert into renewal_answer (subscription_id, renews_on, answer, seats, asked_by, answered_by, changed_at)
                        values (?, ?, 'ASKED', null, ?, '', ?)
                        on conflict (subscription_id, renews_on) do update
                        set asked_by = excluded.asked_by, changed_at = excluded.changed_at
                        where renewal_answer.answer = 'ASKED'
                        """)
                .params(renewal.subscriptionId(), renewal.day(), user.name(), Timestamp.from(clock.instant()))
                .update();
        if (asked > 0) {
            news.asked(found.get(), rows.today());
        }
        return asked > 0;
    }

    /** Requests the number of seats that the client wants, for the day of the renewal. */
    RequestResult schedule(Renewal renewal, String note) {
        mustManage();
        long seats = renewal.answer().flatMap(Renewal.Answer::seats).orElse(renewal.seats());
        return requests.ask(new Ask(
                renewal.subscriptionId(), renewal.seats(), seats, note, Optional.of(renewal.start())));
    }

    /** Lets renewals of a product, of any company, ask for no decision. */
    void mute(UUID product, String name) {
        mustManage();
        jdbc.sql("insert into renewal_mute (product_id, muted_at, muted_by) values (?, ?, ?) on conflict do nothing")
                .params(product, Timestamp.from(clock.instant()), user.name())
                .update();
        news.muted(name, true);
    }

    /** Takes that back. */
    void unmute(UUID product, String name) {
        mustManage();
        jdbc.sql("delete from renewal_mute where product_id = ?").param(product).update();
        news.muted(name, false);
    }

    private Optional<Renewal> find(Renewal.Key renewal) {
        return rows.where(RenewalRows.columns(false), user.companies(), "and s.id = :id and r.day = :day")
                .param("id", renewal.subscriptionId())
                .param("day", renewal.day())
                .query((row, number) -> RenewalRows.renewal(row, false))
                .optional();
    }

    private List<Stake> stakes(RenewalFilter filter) {
        String sum = "sum(" + RenewalRows.stake() + ")";
        return rows.matching(
                        "select s.currency, " + sum + " as stake\n",
                        filter,
                        user.companies(),
                        "group by s.currency having " + sum + " <> 0 order by 2 desc, 1")
                .query((row, number) -> new Stake(row.getBigDecimal("stake"), row.getString("currency")))
                .list();
    }

    private void mustRead() {
        user.require("read_licensing");
        if (user.client().isPresent()) {
            throw new PermissionDenied("read_licensing");
        }
    }

    private void mustManage() {
        if (!manages()) {
            throw new PermissionDenied("manage_licensing");
        }
    }

    /** What renews on a day. */
    record RenewalDay(LocalDate day, long renewals, long seats) {}
}
