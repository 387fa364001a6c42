package dev.portico.pax8.licensing.change;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;

/** What others did while the dialog was open. */
class ChangeSeatsMeanwhileTest extends ChangeSeatsUnderTest {

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
}
