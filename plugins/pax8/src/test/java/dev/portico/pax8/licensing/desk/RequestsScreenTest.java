package dev.portico.pax8.licensing.desk;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Licensing > Requests, as staff uses it. */
class RequestsScreenTest {

    private ScreensUnderTest plugin;
    private RequestsInTest requests;
    private Visit visit;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        requests = new RequestsInTest(plugin);
        visit = new Visit();
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    @Nested
    class TheList {

        @Test
        void showsWhatWaitsFirstAndCountsTheOthers() {
            requests.askedByClient(15);
            SeatRequest rejected = waiting("Acronis", 12);
            plugin.bean(SeatRequests.class).reject(rejected.id(), rejected.version(), "Too many");
            open();
            assertThat(_size(grid())).isEqualTo(1);
            assertThat(visit.subtitle).isEqualTo("1 request waits for a decision.");
            assertThat(tabs()).contains("Seats (1)", "Waiting 1", "Open 1", "Done 1", "All 2");
            select("All 2");
            assertThat(_size(grid())).isEqualTo(2);
            assertThat(visit.parameters).containsEntry("show", "all");
            assertThat(Rendering.of(grid()))
                    .contains("10 \u2192 15", "+5", "carla@acme.example", "every request needs an approval", "Waiting",
                            "Rejected", "Acme Dental Group", "just now");
        }

        @Test
        void searchesAndFiltersByCompanyAndVendor() {
            requests.askedByClient(15);
            UUID other = otherCompany();
            open();
            assertThat(_size(grid())).isEqualTo(2);
            _setValue(search(), "harry");
            assertThat(_size(grid())).isEqualTo(1);
            _setValue(search(), "#1");
            assertThat(_get(grid(), 0).companyName()).isEqualTo("Acme Dental Group");
            _setValue(search(), "nothing like it");
            assertThat(text()).contains("No request matches these filters.");
            _click(_find(Button.class, spec -> spec.withText("Clear filters")).getLast());
            assertThat(_size(grid())).isEqualTo(2);
            visit.parameters.put("company", other.toString());
            visit.parameters.put("vendor", "Acronis");
            open();
            assertThat(_size(grid())).isEqualTo(1);
            assertThat(_get(grid(), 0).companyName()).isEqualTo("Harbor Law");
            assertThat(_find(ComboBox.class)).extracting(ComboBox::getValue).doesNotContainNull();
        }

        @Test
        void sortsInTheDatabase() {
            requests.askedByClient(15);
            otherCompany();
            open();
            assertThat(GridKt._findAll(grid())).extracting(SeatRequest::number).containsExactly(2L, 1L);
            grid().sort(List.of(new com.vaadin.flow.component.grid.GridSortOrder<>(
                    grid().getColumnByKey("PRODUCT"), com.vaadin.flow.data.provider.SortDirection.ASCENDING)));
            assertThat(GridKt._findAll(grid())).extracting(SeatRequest::productName)
                    .containsExactly("Acronis", "Microsoft 365");
        }

        @Test
        void saysThatNothingWaits() {
            open();
            assertThat(text()).contains("Nothing waits");
            select("All 0");
            assertThat(text()).contains("No requests here");
        }

        @Test
        void followsWhatOthersDoWithoutAReload() {
            open();
            assertThat(text()).contains("Nothing waits");
            requests.askedByClient(15);
            visit.tick();
            assertThat(_size(grid())).isEqualTo(1);
            assertThat(visit.subtitle).isEqualTo("1 request waits for a decision.");
        }

        @Test
        void showsOnlyCompaniesThatTheUserMaySee() {
            requests.askedByClient(15);
            UUID other = otherCompany();
            plugin.portal.scope = new CompanyScope.Only(Set.of(other));
            open();
            assertThat(Rendering.of(UI.getCurrent())).contains("Harbor Law").doesNotContain("Acme", "Microsoft", "carla");
        }

        @Test
        void isClosedToUsersWithoutThePermission() {
            plugin.portal.permissions.clear();
            assertThatThrownBy(RequestsScreenTest.this::open).isInstanceOf(PermissionDenied.class);
        }
    }

    @Nested
    class ManyAtOnce {

        @Test
        void areApprovedEachForItselfAndToldInOneSummary() {
            SeatRequest approved = requests.askedByClient(15);
            SeatRequest rebased = waiting("Acronis", 12);
            SeatRequest overtaken = waiting("Adobe", 13);
            open();
            grid().asMultiSelect().select(GridKt._findAll(grid()));
            plugin.jdbc.sql("update subscription set quantity = 11 where product_name = 'Acronis'").update();
            plugin.portal.actAs("bob@example.com");
            plugin.bean(SeatRequests.class).reject(overtaken.id(), overtaken.version(), "Wait for the renewal");
            plugin.portal.actAs("admin@example.com");
            _click(button("Approve 3"));
            assertThat(visit.questions).singleElement().asString().contains("Approve 3 requests", "+10 seats");
            visit.answerYes();
            assertThat(state(approved)).isEqualTo(RequestState.APPROVED);
            assertThat(state(rebased)).isEqualTo(RequestState.PENDING);
            assertThat(state(overtaken)).isEqualTo(RequestState.REJECTED);
            assertThat(text()).contains(
                    "1 request was approved",
                    "1 was overtaken:",
                    "bob@example.com was faster",
                    "Wait for the renewal",
                    "1 stands on another number of seats now",
                    "Pax8 has 11 seats by now, not 10");
            assertThat(grid().getSelectedItems()).isEmpty();
        }

        @Test
        void areNotOfferedToThoseWhoDoNotDecide() {
            requests.askedByClient(15);
            plugin.portal.permissions.remove("manage_licensing");
            open();
            select("All 1");
            assertThat(grid().getSelectionMode()).isEqualTo(Grid.SelectionMode.NONE);
        }
    }

    @Nested
    class TheDetail {

        @Test
        void hasEverythingAtHand() {
            SeatRequest request = requests.askedByClient(15);
            openDetail(request);
            assertThat(detail())
                    .contains("Microsoft 365", "Acme Dental Group", "10 \u2192 15 seats (+5)", "Waiting",
                            "carla@acme.example, client", "For the new office", "every request needs an approval",
                            "Version 1", "Price: +$62.50 per month", "Cost: +$50.00 per month",
                            "Pax8 is expected to accept it now.", "History");
        }

        @Test
        void approvesWithANote() {
            SeatRequest request = requests.askedByClient(15);
            openDetail(request);
            _setValue(_get(TextArea.class), "Fine with me");
            _click(button("Approve"));
            assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
            assertThat(now(request).decisionNote()).isEqualTo("Fine with me");
            assertThat(plugin.portal.started).containsExactly(SeatRequests.PUSH);
            assertThat(visit.notices).containsExactly("Request 1 is approved.");
            assertThat(detail()).contains("Approved: \"Fine with me\"");
            assertThat(button("Approve", false)).isEmpty();
        }

        @Test
        void rejectsWithAReason() {
            SeatRequest request = requests.askedByClient(15);
            openDetail(request);
            _setValue(_get(TextArea.class), "Too many");
            _click(button("Reject"));
            assertThat(now(request).state()).isEqualTo(RequestState.REJECTED);
            assertThat(now(request).decisionNote()).isEqualTo("Too many");
        }

        @Test
        void schedulesForTheEndOfTheCommitmentUnlessAnotherDayIsChosen() {
            plugin.jdbc.sql("update subscription set commitment_end = '2026-06-01T00:00:00Z'").update();
            SeatRequest request = requests.askedByClient(15);
            openDetail(request);
            assertThat(detail()).contains("Committed until");
            _click(button("Schedule\u2026"));
            assertThat(day().getValue()).isEqualTo(LocalDate.parse("2026-06-01"));
            _click(_get(_get(Dialog.class, spec -> spec.withPredicate(Dialog::isOpened)), Button.class, spec -> spec.withText("Schedule")));
            assertThat(now(request).state()).isEqualTo(RequestState.SCHEDULED);
            assertThat(detail()).contains("Scheduled for Jun 1");
            _click(button("Change the day\u2026"));
            _setValue(day(), LocalDate.parse("2026-07-01"));
            _click(_get(_get(Dialog.class, spec -> spec.withPredicate(Dialog::isOpened)), Button.class, spec -> spec.withText("Schedule")));
            assertThat(now(request).scheduledFor().orElseThrow()).isEqualTo("2026-07-01T00:00:00Z");
            _click(button("Apply now"));
            assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
        }

        @Test
        void triesAFailedOneAgainAndCancelsAnOpenOne() {
            SeatRequest request = requests.askedByClient(15);
            plugin.jdbc.sql("update seat_request set state = 'FAILED', problem = 'Seat count is locked', closed_at = now()")
                    .update();
            openDetail(request);
            assertThat(detail()).contains("Seat count is locked", "Failed");
            _click(button("Try again"));
            assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
            _click(button("Cancel request"));
            visit.answerYes();
            assertThat(now(request).state()).isEqualTo(RequestState.CANCELLED);
        }

        @Test
        void showsTheNewBaseAndAsksAgainWithoutLosingTheNote() {
            SeatRequest request = requests.askedByClient(15);
            openDetail(request);
            _setValue(_get(TextArea.class), "Fine with me");
            requests.seats(12);
            _click(button("Approve"));
            assertThat(detail()).contains("Pax8 has 12 seats by now, not 10", "12 \u2192 15 seats (+3)");
            assertThat(_get(TextArea.class).getValue()).isEqualTo("Fine with me");
            _click(button("Approve"));
            assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
        }

        @Test
        void saysWhoWasFasterWithoutLosingTheNote() {
            SeatRequest request = requests.askedByClient(15);
            openDetail(request);
            _setValue(_get(TextArea.class), "Fine with me");
            plugin.portal.actAs("bob@example.com");
            plugin.bean(SeatRequests.class).schedule(request.id(), request.version(), plugin.clock.instant().plus(Duration.ofDays(9)));
            plugin.portal.actAs("admin@example.com");
            _click(button("Approve"));
            assertThat(detail()).contains("bob@example.com was faster: Scheduled for Mar 10");
            assertThat(_get(TextArea.class).getValue()).isEqualTo("Fine with me");
            assertThat(now(request).state()).isEqualTo(RequestState.SCHEDULED);
        }

        @Test
        void followsWhatOthersDoAndKeepsTheNote() {
            SeatRequest request = requests.askedByClient(15);
            openDetail(request);
            _setValue(_get(TextArea.class), "Fine with me");
            assertThat(visit.unsaved.getAsBoolean()).isTrue();
            plugin.portal.actAs("bob@example.com");
            plugin.bean(SeatRequests.class).schedule(request.id(), request.version(), plugin.clock.instant().plus(Duration.ofDays(9)));
            visit.tick();
            assertThat(detail()).contains("Scheduled", "bob@example.com");
            assertThat(_get(TextArea.class).getValue()).isEqualTo("Fine with me");
        }

        @Test
        void asksBeforeANoteIsLost() {
            openDetail(requests.askedByClient(15));
            _setValue(_get(TextArea.class), "Fine with me");
            _click(_get(Button.class, spec -> spec.withPredicate(it -> it.getAriaLabel().filter("Close the request"::equals).isPresent())));
            assertThat(visit.questions).singleElement().asString().contains("Discard the note");
            assertThat(_find(TextArea.class)).isNotEmpty();
            visit.answerYes();
            assertThat(_get(MasterDetailLayout.class).getDetail()).isNull();
        }

        @Test
        void decidesNothingAndShowsNoMoneyForThoseWhoOnlyRead() {
            SeatRequest request = requests.askedByClient(15);
            plugin.portal.permissions.retainAll(Set.of("read_licensing"));
            openDetail(request);
            assertThat(detail()).contains("10 \u2192 15").doesNotContain("$", "Cost", "Price");
            assertThat(_find(Button.class)).extracting(Button::getText)
                    .doesNotContain("Approve", "Reject", "Schedule\u2026", "Cancel request");
        }
    }

    @Test
    void countsWhatWaitsForTheDrawer() {
        WaitingBadge badge = plugin.bean(WaitingBadge.class);
        assertThat(badge.count()).isZero();
        requests.askedByClient(15);
        assertThat(badge.count()).isEqualTo(1);
        plugin.portal.permissions.remove("manage_licensing");
        assertThat(badge.count()).isZero();
    }

    private SeatRequest waiting(String product, long seats) {
        plugin.product(product, product);
        UUID subscription = requests.another(product);
        plugin.portal.actAsClient("carla@acme.example", requests.company);
        SeatRequest request = RequestsInTest.done(
                plugin.bean(SeatRequests.class).ask(new Ask(subscription, 10, seats, "", Optional.empty())));
        plugin.portal.actAsStaff("admin@example.com");
        return request;
    }

    /** Another company with a request that waits. */
    private UUID otherCompany() {
        UUID pax8 = plugin.pax8Company("Harbor Law PLLC", "Seattle");
        UUID company = plugin.portalCompany("Harbor Law", "Seattle");
        plugin.map(pax8, company);
        plugin.product("Acronis", "Acronis");
        UUID subscription = plugin.subscription(pax8, "Acronis", 3, "Active", "Monthly", "7", "USD");
        plugin.portal.actAsClient("harry@harbor.example", company);
        RequestsInTest.done(
                plugin.bean(SeatRequests.class).ask(new Ask(subscription, 3, 4, "", Optional.empty())));
        plugin.portal.actAsStaff("admin@example.com");
        return company;
    }

    private SeatRequest now(SeatRequest request) {
        return plugin.bean(RequestQueries.class).find(request.id()).orElseThrow();
    }

    private RequestState state(SeatRequest request) {
        return now(request).state();
    }

    private void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(RequestsScreen.class).open(visit));
    }

    private void openDetail(SeatRequest request) {
        visit.parameters.put("request", request.id().toString());
        open();
    }

    private static String detail() {
        return Rendering.of(_get(MasterDetailLayout.class).getDetail());
    }

    private static void select(String label) {
        Tabs tabs = _find(Tabs.class).get(1);
        tabs.setSelectedTab(_get(Tab.class, spec -> spec.withPredicate(tab -> tab.getLabel().equals(label))));
    }

    private static List<String> tabs() {
        return _find(Tab.class).stream().map(Tab::getLabel).toList();
    }

    @SuppressWarnings("unchecked")
    private static Grid<SeatRequest> grid() {
        return _find(Grid.class).getFirst();
    }

    private static TextField search() {
        return _find(TextField.class).getFirst();
    }

    private static DatePicker day() {
        return _get(_get(Dialog.class, spec -> spec.withPredicate(Dialog::isOpened)), DatePicker.class);
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static List<Button> button(String text, boolean must) {
        return _find(Button.class, spec -> spec.withText(text));
    }

    private static String text() {
        return Rendering.of(UI.getCurrent());
    }
}
