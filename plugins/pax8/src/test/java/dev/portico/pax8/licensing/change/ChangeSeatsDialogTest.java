package dev.portico.pax8.licensing.change;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.fixtures.Typing;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestState;
import org.junit.jupiter.api.Test;

/** What the dialog foretells and sends. */
class ChangeSeatsDialogTest extends ChangeSeatsUnderTest {

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
}
