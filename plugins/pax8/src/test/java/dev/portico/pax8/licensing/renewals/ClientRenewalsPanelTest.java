package dev.portico.pax8.licensing.renewals;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.pax8.licensing.portal.MyLicensesScreen;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The questions about renewals, as a client answers them. */
class ClientRenewalsPanelTest extends RenewalsScreenUnderTest {

    private UUID subscription;

    @Test
    void isNotThereWhenNothingIsAsked() {
        subscription = test.teamsOfAlder(TODAY.plusDays(9));
        open();

        assertThat(text()).doesNotContain("Please decide");
    }

    @Test
    void keepsWithOneClickAndCanChangeItsMind() {
        asked();
        open();
        assertThat(text()).contains("Please decide", "Teams renews or ends on Mar 11", "You have 10 seats.");

        _click(labelled("Keep: Teams"));
        assertThat(visit.notices).containsExactly("Thank you: Keep as it is.");
        assertThat(text()).contains("Keep as it is");

        _click(labelled("Change answer: Teams"));
        _click(labelled("Let it end: Teams"));
        assertThat(text()).contains("Let it end");
    }

    @Test
    void reducesToANumberThatIsChecked() {
        asked();
        open();

        _click(labelled("Reduce: Teams"));
        assertThat(_get(IntegerField.class).isInvalid()).isTrue();
        _get(IntegerField.class).setValue(10);
        _click(labelled("Reduce: Teams"));
        assertThat(_get(IntegerField.class).getErrorMessage()).startsWith("Enter a number from 1 to 9");
        _get(IntegerField.class).setValue(7);
        _click(labelled("Reduce: Teams"));

        assertThat(visit.notices).containsExactly("Thank you: Reduce to 7 seats.");
    }

    @Test
    void saysWhoHasToDecideToThoseWhoMayNot() {
        asked();
        test.plugin.portal.permissions.remove("write_licensing");
        open();

        assertThat(text()).contains("Somebody of your company who may change licenses has to decide.");
        assertThatThrownBy(() -> labelled("Keep: Teams")).isInstanceOf(AssertionError.class);
    }

    private void asked() {
        subscription = test.teamsOfAlder(TODAY.plusDays(9));
        test.renewals().ask(new Renewal.Key(subscription, TODAY.plusDays(10)));
    }

    private void open() {
        test.asClient(test.alder);
        show(test.plugin.bean(MyLicensesScreen.class).open(visit));
    }
}
