package dev.portico.pax8.licensing.desk;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A request that is open beside the list, as staff uses it. */
class RequestDetailTest extends RequestsScreenUnderTest {

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

    private void openDetail(SeatRequest request) {
        visit.parameters.put("request", request.id().toString());
        open();
    }

    private static String detail() {
        return Rendering.of(_get(MasterDetailLayout.class).getDetail());
    }

    private static DatePicker day() {
        return _get(_get(Dialog.class, spec -> spec.withPredicate(Dialog::isOpened)), DatePicker.class);
    }
}
