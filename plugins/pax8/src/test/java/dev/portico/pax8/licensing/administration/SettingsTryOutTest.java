package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.selfservice.RuleRow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the settings would decide, before they are saved. */
class SettingsTryOutTest extends SettingsUnderTest {

    @Test
    void triesTheSettingsAsTheyAreEdited() {
        plugin.connect();
        open();
        assertThat(text()).contains("A client asks for 10 → 15. Held: every request needs an approval.");
        _setValue(checkbox("Require approval by default"), false);
        _setValue(threshold(), 50);
        assertThat(text()).contains("A client asks for 10 → 15. Approved: +5 seats (50 %) is within the 50 %");
        ComboBox<RuleRow> subscription = combo("Subscription");
        RuleRow row = subscription.getGenericDataView().getItems().findFirst().orElseThrow();
        subscription.setValue(row);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Asks for")), 16);
        assertThat(text()).contains("Acme asks for 10 → 16 of Microsoft 365. Held: +6 seats (60 %) is more than the 50 %");
        _click(vendor("Microsoft", 0));
        assertThat(text()).contains("Acme asks for 10 → 16 of Microsoft 365. Held: Microsoft always needs an approval.");
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Asks for")), null);
        assertThat(text()).contains("Enter whole numbers of seats.");
        assertThat(plugin.count("licensing_settings")).as("nothing was saved").isEqualTo(1);
    }

    @Test
    void replaysTheLastMonths() {
        plugin.connect();
        past(15);
        past(16);
        open();
        _setValue(checkbox("Require approval by default"), false);
        _setValue(threshold(), 50);
        _click(button("Replay requests"));
        assertThat(text())
                .contains("Applied at once", "0 → 1", "Held", "2 → 1", "1 of 2 requests would have another outcome.");
        _setValue(threshold(), 60);
        assertThat(text()).contains("The settings were edited since. Replay again.");
        _setValue(threshold(), 0);
        _click(button("Replay requests"));
        assertThat(text()).contains("All 2 requests would have the same outcome.");
    }

    @Test
    void saysThatThereIsNothingToReplay() {
        plugin.connect();
        open();
        _click(button("Replay requests"));
        assertThat(text()).contains("There was no request in the last 90 days that needed a decision.");
    }

    private void past(long wanted) {
        plugin.request(
                office,
                ScreensUnderTest.id("portal Acme"),
                new DecisionCase(10, wanted, "Microsoft", SubscriptionRule.INHERITED, false),
                Outcome.HELD,
                plugin.clock.instant().minus(Duration.ofDays(1)),
                "APPLIED");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<RuleRow> combo(String label) {
        return _get(ComboBox.class, spec -> spec.withLabel(label));
    }
}
