package dev.portico.pax8.licensing.portal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MyRequestsScreenTest extends MyPagesUnderTest {

    @Test
    void saysStatesInPlainWordsAndPax8sOwnReason() {
        clients.acme.asked(15);
        plugin.jdbc.sql("update seat_request set state = 'FAILED', problem = 'Seat count is locked', closed_at = now()")
                .update();
        open(MyRequestsScreen.class);
        assertThat(text()).contains("Refused by Pax8", "Seat count is locked");
    }

    @Test
    void showsTheHistoryAndTakesARequestBack() {
        SeatRequest request = clients.acme.asked(15);
        openRequest(request);
        assertThat(detail()).contains("10 \u2192 15 seats (+5)", "Waiting for approval", "carla@acme.example", "History");
        _click(_get(Button.class, spec -> spec.withText("Take back")));
        visit.answerYes();
        assertThat(state(request)).isEqualTo(RequestState.CANCELLED);
        assertThat(detail()).contains("Taken back");
        assertThat(visit.notices).containsExactly("Request 1 is taken back.");
    }

    @Test
    void isToldWhoWasFaster() {
        SeatRequest request = clients.acme.asked(15);
        openRequest(request);
        clients.asStaff();
        plugin.bean(SeatRequests.class).reject(request.id(), request.version(), "Too many");
        clients.asAcme();
        _click(_get(Button.class, spec -> spec.withText("Take back")));
        visit.answerYes();
        assertThat(detail()).contains("admin@example.com was faster: Rejected: \"Too many\"", "Declined");
    }

    @Test
    void movesAScheduledRequestToALaterDayThanApprovedButNotToAnEarlierOne() {
        SeatRequest request = clients.acme.asked(15);
        clients.asStaff();
        RequestsInTest.done(plugin.bean(SeatRequests.class)
                .schedule(request.id(), request.version(), plugin.clock.instant().plus(Duration.ofDays(20))));
        clients.asAcme();
        openRequest(request);
        assertThat(detail()).contains("Scheduled", "for Mar 21");
        _click(_get(Button.class, spec -> spec.withText("Change the day\u2026")));
        _setValue(_get(dialog(), DatePicker.class), LocalDate.parse("2026-03-10"));
        _click(_get(dialog(), Button.class, spec -> spec.withText("Schedule")));
        assertThat(Rendering.of(dialog())).contains("It was approved for Mar 21.");
        _setValue(_get(dialog(), DatePicker.class), LocalDate.parse("2026-03-25"));
        _click(_get(dialog(), Button.class, spec -> spec.withText("Schedule")));
        assertThat(detail()).contains("for Mar 25");
        assertThat(visit.notices).containsExactly("Request 1 has another day now.");
    }

    @Test
    void movesADayThatNobodyApprovedAsItLikes() {
        clients.acme.settings("approval_by_default = false, auto_approve_percent = 100");
        SeatRequest request = RequestsInTest.done(plugin.bean(SeatRequests.class).ask(new Ask(
                clients.acme.subscription, 10, 15, "", Optional.of(plugin.clock.instant().plus(Duration.ofDays(20))))));
        openRequest(request);
        _click(_get(Button.class, spec -> spec.withText("Change the day\u2026")));
        _setValue(_get(dialog(), DatePicker.class), LocalDate.parse("2026-03-10"));
        _click(_get(dialog(), Button.class, spec -> spec.withText("Schedule")));
        assertThat(detail()).contains("for Mar 10");
    }

    @Test
    void leadsToTheLicensesWhileThereIsNothing() {
        open(MyRequestsScreen.class);
        assertThat(text()).contains("No requests yet");
        _click(_get(Button.class, spec -> spec.withText("My licenses")));
        assertThat(visit.leadTo).isEqualTo("my/licenses");
    }

    @Test
    void showsProductsAskedForWithTheirAnswerAndTakesThemBack() {
        UUID product = clients.product("Acronis Backup", "Acronis", true, false, "Backup");
        plugin.bean(ProductRequests.class).ask(product, 5, "For us");
        visit.parameters.put("tab", "products");
        open(MyRequestsScreen.class);
        assertThat(text()).contains("Acronis Backup", "For us", "Open");
        click("Take back");
        visit.answerYes();
        assertThat(visit.notices).containsExactly("It is taken back.");
        assertThat(text()).contains("Taken back");
    }

    private RequestState state(SeatRequest request) {
        return plugin.bean(RequestQueries.class).find(request.id()).orElseThrow().state();
    }

    private void openRequest(SeatRequest request) {
        visit.parameters.put("request", request.id().toString());
        open(MyRequestsScreen.class);
    }

    private static Dialog dialog() {
        return _get(Dialog.class, spec -> spec.withPredicate(Dialog::isOpened));
    }

    private static String detail() {
        return Rendering.of(_get(MasterDetailLayout.class).getDetail());
    }
}
