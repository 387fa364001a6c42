package dev.portico.pax8.licensing.detail;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionDetailTest {

    private static final String CASE =
            """
            {"current":12,"wanted":20,"vendor":"Microsoft","anotherOpen":false,"rule":{"allowed":null,
             "approvalNeeded":false,"minSeats":null,"ownMax":false,"maxSeats":null}}
            """;

    private ScreensUnderTest plugin;
    private SubscriptionDetails details;
    private Visit visit;
    private UUID acme;
    private UUID id;

    @BeforeEach
    void oneSubscription() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        details = plugin.bean(SubscriptionDetails.class);
        visit = new Visit();
        UUID pax8 = plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        acme = plugin.portalCompany("Acme Dental Group", "Seattle");
        plugin.map(pax8, acme);
        plugin.product("Microsoft 365", "Microsoft");
        id = plugin.subscription(pax8, "Microsoft 365", 12, "Active", "Annual", "120", "USD");
        plugin.jdbc.sql("update subscription set commitment_term = '1-Year', commitment_end = ?, first_seen_at = ?")
                .params(time(Duration.ofDays(90)), time(Duration.ofDays(-30)))
                .update();
    }

    @AfterEach
    void close() {
        plugin.close();
        MockVaadin.tearDown();
    }

    @Test
    void showsWhatItIsAndWhatItCosts() {
        plugin.portal.run("subscriptions", RunState.SUCCEEDED, 1, 1, "");
        assertThat(shown())
                .contains("Microsoft 365", "Microsoft · Acme Dental Group", "12 seats", "Active", "1-Year", id.toString())
                .contains("Cost per seat$120.00, Annual", "Price per seat$150.00, Annual")
                .contains("Cost per month$120.00", "Price per month$150.00", "Last syncedjust now")
                .contains("More seats: ", "Fewer seats: ");
    }

    @Test
    void showsNoAmountsToUsersWhoMayNotManage() {
        plugin.portal.permissions.remove("manage_licensing");
        assertThat(details.find(id).orElseThrow().money()).isEmpty();
        assertThat(shown()).contains("12 seats").doesNotContain("$", "Cost", "Price");
    }

    @Test
    void saysWhatClientsMayAskFor() {
        assertThat(shown()).contains("1 seat or more", "Every request waits for an approval", "As the settings say");
        rules("false, 50, '{}', true, 5, 50");
        assertThat(shown()).contains("5 to 50 seats", "up to 50 % apply at once");
        rules("false, 50, '{Microsoft}', true, 5, 50");
        assertThat(shown()).contains("as all for Microsoft");
        plugin.jdbc.sql("insert into subscription_rule values (?, false, false, null, false, null, now(), 'test')")
                .param(id)
                .update();
        assertThat(shown()).contains("cannot ask", "Set for this subscription").doesNotContain("apply at once");
    }

    @Test
    void tellsChangesByRequestsFromThoseOutsideThePortal() {
        UUID request = request("APPLIED", 12, 15);
        change(Duration.ofDays(-10), 10, 12, null);
        change(Duration.ofDays(-1), 12, 15, request);
        assertThat(details.moves(id))
                .extracting(SeatMove::from, SeatMove::to, move -> move.request().map(SeatMove.ByRequest::requestedBy))
                .containsExactly(tuple(12L, 15L, Optional.of("ada@acme.example")), tuple(10L, 12L, Optional.empty()));
        assertThat(shown()).contains("12 → 15 by request", "of ada@acme.example", "10 → 12 outside the portal");
        assertThat(_get(Svg.class).getElement().getProperty("innerHTML", ""))
                .contains("Seats over time, between 10 and 15", "M0.0 45.0");
    }

    @Test
    void notesTheChangesThatSyncsShow() {
        plugin.jdbc.sql("update subscription set quantity = 20, changed_at = ?")
                .param(Timestamp.from(plugin.clock.instant()))
                .update();
        assertThat(shown()).contains("20 seats", "12 → 20 outside the portal");
    }

    @Test
    void leadsToTheOpenRequestAndShowsThoseThatCameToNothing() {
        UUID open = request("PENDING", 12, 20);
        request("REJECTED", 12, 99);
        assertThat(shown()).contains("12 → 20, asked by ada@acme.example, waits for an approval", "was rejected");
        _click(_find(Button.class, spec -> spec.withText("See the request")).getFirst());
        assertThat(visit.leadTo).isEqualTo("licensing/requests?request=" + open);
    }

    @Test
    void saysThatNothingHasChanged() {
        assertThat(shown()).contains("No change since the portal knows it");
        assertThat(_find(Svg.class)).isEmpty();
    }

    @Test
    void opensTheDialogInWhichSeatsAreChanged() {
        shown();
        _click(_get(Button.class, spec -> spec.withText("Change seats")));
        assertThat(_get(Dialog.class).isOpened()).isTrue();
    }

    @Test
    void asksPax8ForThePriceOfItsSeatsForThisCompany() {
        plugin.connect();
        plugin.pax8.intercept((exchange, number) -> exchange.getRequestURI().getPath().endsWith("/pricing")
                ? Optional.of(Reply.json(
                        """
                        {"content":[{"billingTerm":"Annual","commitmentTerm":"1-Year","type":"Flat",
                         "unitOfMeasurement":"User","rates":[{"partnerBuyRate":80,"suggestedRetailPrice":100,
                         "chargeType":"Per Unit"}]}]}"""))
                : Optional.empty());
        shown();
        _click(_get(Button.class, spec -> spec.withText("Get Price")));
        assertThat(text()).contains("12 seats: cost 960.00, suggested price 1,200.00");
        plugin.pax8.intercept((exchange, number) ->
                Optional.of(new Reply(422, "application/json", "{\"message\":\"Not for sale\"}")));
        _click(_get(Button.class, spec -> spec.withText("Get Price")));
        assertThat(text()).contains("Not for sale").doesNotContain("960.00");
        plugin.portal.permissions.remove("manage_licensing");
        assertThat(shown()).doesNotContain("Get Price");
    }

    @Test
    void offersNoChangeWhereNoneIsPossible() {
        plugin.portal.permissions.removeAll(Set.of("write_licensing", "manage_licensing"));
        shown();
        assertThat(_find(Button.class, spec -> spec.withText("Change seats"))).isEmpty();
        plugin.portal.permissions.add("write_licensing");
        plugin.jdbc.sql("update subscription set status = 'Cancelled'").update();
        assertThat(shown()).doesNotContain("Change seats", "More seats");
    }

    @Test
    void followsWhatOthersDoUntilItIsGone() {
        DetailScreens.Shown panel = open();
        plugin.jdbc.sql("update subscription set quantity = 13").update();
        panel.lookAgain().run();
        assertThat(text()).contains("13 seats");
        plugin.jdbc.sql("delete from subscription").update();
        panel.lookAgain().run();
        assertThat(text()).contains("not here any more");
    }

    @Test
    void isSeenOnlyByThoseWhoMaySeeItsCompany() {
        change(Duration.ofDays(-1), 10, 12, null);
        plugin.portal.scope = new CompanyScope.Only(Set.of(UUID.randomUUID()));
        assertThat(details.find(id)).isEmpty();
        assertThat(details.moves(id)).isEmpty();
        plugin.portal.scope = new CompanyScope.Only(Set.of(acme));
        assertThat(details.find(id)).isPresent();
        assertThat(details.moves(id)).hasSize(1);
        plugin.portal.permissions.clear();
        assertThatThrownBy(() -> details.find(id)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> details.moves(id)).isInstanceOf(PermissionDenied.class);
    }

    private String shown() {
        open();
        return text();
    }

    private DetailScreens.Shown open() {
        Div place = new Div();
        UI.getCurrent().removeAll();
        UI.getCurrent().add(place);
        DetailScreens.Shown shown = plugin.bean(DetailScreens.class)
                .show(id, place, visit, () -> {}, () -> {})
                .orElseThrow();
        place.add(shown.content());
        return shown;
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    private void rules(String values) {
        plugin.jdbc.sql("insert into licensing_settings select coalesce(max(version), 0) + 1, " + values
                        + ", false, false, '{}', false, now(), 'test' from licensing_settings")
                .update();
    }

    private void change(Duration ago, long from, long to, @Nullable UUID request) {
        plugin.jdbc.sql("insert into seat_change (subscription_id, at, from_seats, to_seats, request_id) values (?, ?, ?, ?, ?)")
                .params(id, time(ago), from, to, request)
                .update();
    }

    private UUID request(String state, long from, long to) {
        UUID request = UUID.randomUUID();
        plugin.jdbc.sql(
                        """
                        insert into seat_request (id, version, state, subscription_id, portal_company_id, company_name,
                            product_name, vendor_name, base_seats, wanted_seats, requested_by, by_client, note, outcome,
                            rule, reason, settings_version, decision_case, billing_term, currency, decided_by,
                            decision_note, sends, checks, problem, created_at, changed_at)
                        values (?, 1, ?, ?, ?, 'Acme Dental Group', 'Microsoft 365', 'Microsoft', ?, ?, 'ada@acme.example',
                            true, '', 'HELD', 'APPROVAL_BY_DEFAULT', '', 1, cast(? as jsonb), 'Annual', 'USD', '', '', 0, 0,
                            '', now(), now())
                        """)
                .params(request, state, id, acme, from, to, CASE)
                .update();
        return request;
    }

    private Timestamp time(Duration fromNow) {
        Instant time = plugin.clock.instant().plus(fromNow);
        return Timestamp.from(time);
    }
}
