package dev.portico.pax8.licensing.change;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.requests.RequestState;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A change for a later day. */
class ChangeSeatsLaterTest extends ChangeSeatsUnderTest {

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
}
