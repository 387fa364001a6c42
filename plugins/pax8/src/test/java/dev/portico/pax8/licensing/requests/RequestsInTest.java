package dev.portico.pax8.licensing.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.fixtures.ScreensUnderTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** A mapped company with one subscription of ten seats, and requests for it. */
public final class RequestsInTest {

    public final ScreensUnderTest plugin;
    public final SeatRequests service;
    public final UUID pax8;
    public final UUID company;
    public final UUID subscription;

    public RequestsInTest(ScreensUnderTest plugin) {
        this.plugin = plugin;
        service = plugin.bean(SeatRequests.class);
        pax8 = plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        company = plugin.portalCompany("Acme Dental Group", "Seattle");
        plugin.map(pax8, company);
        plugin.product("Microsoft 365", "Microsoft");
        subscription = plugin.subscription(pax8, "Microsoft 365", 10, "Active", "Monthly", "10", "USD");
    }

    /** Another subscription of the same company. */
    public UUID another(String product) {
        return plugin.subscription(pax8, product, 10, "Active", "Monthly", "10", "USD");
    }

    public void seats(long seats) {
        plugin.jdbc.sql("update subscription set quantity = ? where id = ?").params(seats, subscription).update();
    }

    /** Binds the subscription for a year, in which no seats are taken back. */
    public void commit(LocalDate lastDay) {
        plugin.jdbc.sql("""
                        update subscription
                        set commitment_term = '1-Year', commitment_end = ?, start_date = ? where id = ?
                        """)
                .params(lastDay.atStartOfDay().atOffset(ZoneOffset.UTC),
                        lastDay.minusYears(1).plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC), subscription)
                .update();
        plugin.jdbc.sql("""
                        insert into commitment_rule (product_id, commitment_id, term, decrease_allowed, auto_renew)
                        values (?, gen_random_uuid(), '1-Year', false, false)
                        on conflict do nothing
                        """)
                .param(ScreensUnderTest.id("product Microsoft 365"))
                .update();
    }

    /** New settings. */
    public void settings(String change) {
        plugin.jdbc.sql("""
                        insert into licensing_settings
                        select version + 1, approval_by_default, auto_approve_percent, vendors_always_ask,
                               self_service_allowed, min_seats, max_seats, new_products_visible, clients_see_prices,
                               vendors_by_hand, writes_stopped, changed_at, changed_by
                        from licensing_settings order by version desc limit 1
                        """).update();
        plugin.jdbc.sql("update licensing_settings set " + change
                        + " where version = (select max(version) from licensing_settings)").update();
    }

    public RequestResult wish(long seats) {
        return service.ask(new Ask(subscription, 10, seats, "For the new office", Optional.empty()));
    }

    public SeatRequest asked(long seats) {
        return done(wish(seats));
    }

    /** A wish of a client, which waits. */
    public SeatRequest askedByClient(long seats) {
        plugin.portal.actAsClient("carla@acme.example", company);
        SeatRequest request = asked(seats);
        plugin.portal.actAsStaff("admin@example.com");
        return request;
    }

    public static SeatRequest done(RequestResult result) {
        assertThat(result).isInstanceOf(RequestResult.Done.class);
        return ((RequestResult.Done) result).request();
    }

    /** A request that stands there. */
    public SeatRequest inState(RequestState state) {
        SeatRequest request = asked(15);
        plugin.jdbc.sql("""
                        update seat_request
                        set state = :state, closed_at = case when :open then null else changed_at end where id = :id
                        """)
                .param("state", state.name())
                .param("open", state.open())
                .param("id", request.id())
                .update();
        return plugin.bean(RequestStore.class).get(request.id());
    }
}
