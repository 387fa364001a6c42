package dev.portico.pax8.licensing.change;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Typing;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialog in which seats are changed, as a client and as staff. */
class ChangeSeatsDialogTest {

    private ScreensUnderTest plugin;
    private RequestsInTest requests;
    private Visit visit;
    private final List<SeatRequest> made = new ArrayList<>();

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

    @Test
    void foretellsAClientThatItWaitsAndSendsTheRequest() {
        asClient();
        open();
        assertThat(text()).contains("Request Change", "10 seats now");
        _setValue(total(), 15);
        assertThat(text()).contains("+5", "Waits for approval", "every request needs an approval");
        _setValue(_get(TextArea.class), "New office");
        _click(button("Send request"));
        assertThat(made).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(RequestState.PENDING);
            assertThat(request.wantedSeats()).isEqualTo(15);
            assertThat(request.note()).isEqualTo("New office");
        });
        assertThat(visit.notices).containsExactly("Request 1 waits for approval.");
        assertThat(_find(Dialog.class).stream().filter(Dialog::isOpened)).isEmpty();
    }

    @Test
    void foretellsThatItAppliesAtOnceWithinTheThreshold() {
        requests.settings("approval_by_default = false, auto_approve_percent = 50");
        asClient();
        open();
        _setValue(total(), 15);
        assertThat(text()).contains("Applies at once");
        _setValue(total(), 16);
        assertThat(text()).contains("Waits for approval").doesNotContain("Applies at once");
        _setValue(total(), 15);
        _click(button("Change to 15 seats"));
        assertThat(made.getFirst().state()).isEqualTo(RequestState.APPROVED);
        assertThat(visit.notices.getFirst()).contains("on its way to Pax8");
    }

    @Test
    void saysAtTheFieldWhatMayBeAskedFor() {
        requests.settings("min_seats = 5, max_seats = 20");
        asClient();
        open();
        assertThat(total().getHelperText()).isEqualTo("Between 5 and 20 seats");
        _setValue(total(), 21);
        assertThat(total().isInvalid()).isTrue();
        assertThat(total().getErrorMessage()).contains("only 5 to 20 seats");
        _click(button("Send request"));
        assertThat(made).isEmpty();
        _setValue(total(), null);
        _click(button("Send request"));
        assertThat(total().getErrorMessage()).isEqualTo("Enter the new total as a whole number.");
        _setValue(total(), 10);
        _click(button("Send request"));
        assertThat(total().getErrorMessage()).contains("10 seats already");
        assertThat(plugin.count("seat_request")).isZero();
    }

    @Test
    void keepsWhatWasTypedWhenTheSeatsHaveChangedMeanwhileAndShowsTheNewNumber() {
        asClient();
        open();
        _setValue(total(), 15);
        _setValue(_get(TextArea.class), "New office");
        requests.seats(12);
        _click(button("Send request"));
        assertThat(made).isEmpty();
        assertThat(text()).contains("This subscription has 12 seats by now, not 10.", "12 seats now", "+3");
        assertThat(total().getValue()).isEqualTo(15);
        assertThat(_get(TextArea.class).getValue()).isEqualTo("New office");
        _click(button("Send request"));
        assertThat(made).singleElement().satisfies(request -> assertThat(request.baseSeats()).isEqualTo(12));
    }

    @Test
    void keepsWhatWasTypedWhenAnotherRequestIsOpenMeanwhile() {
        asClient();
        open();
        _setValue(total(), 15);
        _setValue(_get(TextArea.class), "New office");
        requests.asked(11);
        _click(button("Send request"));
        assertThat(total().isInvalid()).isTrue();
        assertThat(total().getErrorMessage()).contains("another request");
        assertThat(total().getValue()).isEqualTo(15);
        assertThat(_get(TextArea.class).getValue()).isEqualTo("New office");
        assertThat(plugin.count("seat_request")).isEqualTo(1);
    }

    @Test
    void tellsWhenTheSubscriptionIsGone() {
        open();
        plugin.jdbc.sql("delete from subscription").update();
        _setValue(total(), 15);
        assertThat(total().getErrorMessage()).contains("not here any more");
        open();
        assertThat(visit.problems).singleElement().asString().contains("not here any more");
    }

    @Test
    void makesOneRequestOnADoubleClick() {
        asClient();
        open();
        _setValue(total(), 15);
        Button send = button("Send request");
        assertThat(send.isDisableOnClick()).isTrue();
        send.click();
        send.click();
        assertThat(plugin.count("seat_request")).isEqualTo(1);
    }

    @Test
    void showsPricesToClientsOnlyIfTheMspDoesAndCostToStaffOnly() {
        asClient();
        open();
        _setValue(total(), 12);
        assertThat(Rendering.of(UI.getCurrent())).doesNotContain("per month", "Cost", "$");
        close();
        requests.settings("clients_see_prices = true");
        open();
        _setValue(total(), 12);
        assertThat(text()).contains("Price: +$25.00 per month").doesNotContain("Cost", "$20");
        close();
        plugin.portal.actAsStaff("admin@example.com");
        open();
        _setValue(total(), 8);
        assertThat(text()).contains("Price: \u2212$25.00 per month", "Cost: \u2212$20.00 per month");
    }

    @Test
    void letsStaffChangeAtOnceWithoutTheLimitsOfClients() {
        requests.settings("min_seats = 5, max_seats = 20");
        open();
        assertThat(text()).contains("Change seats");
        _setValue(total(), 100);
        assertThat(total().isInvalid()).isFalse();
        _click(button("Change to 100 seats"));
        assertThat(made.getFirst().state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    @SuppressWarnings("unchecked")
    void schedulesForADayAndRefusesOneThatIsPast() {
        open();
        _setValue(total(), 15);
        _setValue((RadioButtonGroup<String>) _get(RadioButtonGroup.class), "later");
        _setValue(_get(DatePicker.class), LocalDate.parse("2026-03-01"));
        _click(button("Schedule"));
        assertThat(_get(DatePicker.class).isInvalid()).isTrue();
        assertThat(_get(DatePicker.class).getErrorMessage()).isEqualTo("Choose Mar 2 or a later day.");
        _setValue(_get(DatePicker.class), LocalDate.parse("2026-05-04"));
        _click(button("Schedule"));
        assertThat(made.getFirst().state()).isEqualTo(RequestState.SCHEDULED);
        assertThat(made.getFirst().scheduledFor().orElseThrow()).isEqualTo("2026-05-04T00:00:00Z");
        assertThat(visit.notices).containsExactly("Request 1 is scheduled for May 4.");
    }

    @Test
    void suggestsTheDayOnWhichTheCommitmentAllowsIt() {
        plugin.jdbc.sql("""
                        update subscription
                        set commitment_id = ?, commitment_term = '1-Year', commitment_end = '2026-06-01T00:00:00Z',
                            start_date = '2025-06-01T00:00:00Z'
                        """)
                .param(ScreensUnderTest.id("commitment"))
                .update();
        plugin.jdbc.sql("""
                        insert into commitment_rule (product_id, commitment_id, term, increase_allowed, decrease_allowed)
                        values (?, ?, '1-Year', true, false)
                        """)
                .params(ScreensUnderTest.id("product Microsoft 365"), ScreensUnderTest.id("commitment"))
                .update();
        open();
        _setValue(total(), 8);
        assertThat(text()).contains("Not before Jun 2", "Not at once");
        assertThat(_get(DatePicker.class).getValue()).isEqualTo(LocalDate.parse("2026-06-02"));
        _click(button("Schedule"));
        assertThat(made.getFirst().scheduledFor().orElseThrow()).isEqualTo("2026-06-02T00:00:00Z");
    }

    @Test
    void saysAtOnceThatATotalCannotBeRead() {
        asClient();
        open();
        Typing.into(total(), "99999999999");
        assertThat(total().isInvalid()).isTrue();
        assertThat(total().getErrorMessage()).contains("whole number");
        Typing.into(total(), "15");
        assertThat(total().isInvalid()).isFalse();
    }

    @Test
    void isNotOfferedToThoseWhoMayNotAsk() {
        asClient();
        assertThat(plugin.bean(ChangeSeatsDialog.class).mayAsk()).isTrue();
        plugin.portal.permissions.remove("write_licensing");
        assertThat(plugin.bean(ChangeSeatsDialog.class).mayAsk()).isFalse();
    }

    @Test
    void makesNothingWhenItIsClosed() {
        open();
        _setValue(total(), 15);
        _click(button("Close"));
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(plugin.bean(RequestQueries.class).count(RequestFilter.NONE)).isZero();
    }

    private void asClient() {
        plugin.portal.actAsClient("carla@acme.example", requests.company);
    }

    private void open() {
        Div page = new Div();
        UI.getCurrent().removeAll();
        UI.getCurrent().add(page);
        plugin.bean(ChangeSeatsDialog.class)
                .open(
                        new ChangeSeatsDialog.Subject(requests.subscription, "Microsoft 365", "Acme", 10),
                        page,
                        visit,
                        made::add);
    }

    private void close() {
        _click(button("Close"));
        UI.getCurrent().removeAll();
    }

    private static IntegerField total() {
        return _get(IntegerField.class);
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static String text() {
        return _get(Dialog.class).getHeaderTitle() + "\n" + Rendering.of(UI.getCurrent());
    }
}
