package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import org.junit.jupiter.api.Test;

class ApprovalTabTest extends SettingsUnderTest {

    @Test
    void savesEveryControlOfTheApprovalTab() {
        plugin.connect();
        open();
        assertThat(save().isEnabled()).isFalse();
        _setValue(checkbox("Require approval by default"), false);
        assertThat(visit.unsaved.getAsBoolean()).isTrue();
        _setValue(threshold(), 50);
        assertThat(threshold().getHelperText()).contains("with 10 seats now, a change to 15 applies at once, to 16 it waits");
        _click(vendor("Microsoft", 0));
        _setValue(checkbox("Clients see prices"), true);
        _setValue(search("Search vendors: Vendors placed by hand"), "acro");
        _click(vendor("Acronis", 0));
        save().click();
        LicensingSettings now = settings().now();
        assertThat(now.rules().approvalByDefault()).isFalse();
        assertThat(now.rules().autoApprovePercent()).isEqualTo(50);
        assertThat(now.rules().vendorsAlwaysAsk()).containsExactly("Microsoft");
        assertThat(now.vendorsByHand()).containsExactly("Acronis");
        assertThat(now.clientsSeePrices()).isTrue();
        assertThat(visit.unsaved.getAsBoolean()).isFalse();
        assertThat(save().isEnabled()).isFalse();
        assertThat(visit.subtitle).contains("Saved just now by admin@example.com.");
        visit.undo.run();
        assertThat(settings().now().rules()).isEqualTo(threshold(0));
        assertThat(settings().now().version()).isEqualTo(3);
        assertThat(threshold().getValue()).isZero();
    }

    @Test
    void marksAVendorThatIsChosenForReadersToo() {
        plugin.connect();
        open();
        Button badge = vendor("Microsoft", 0);
        assertThat(badge.getElement().getAttribute("aria-pressed")).isEqualTo("false");
        _click(badge);
        assertThat(badge.getElement().getAttribute("aria-pressed")).isEqualTo("true");
        _click(badge);
        assertThat(badge.getElement().getAttribute("aria-pressed")).isEqualTo("false");
        assertThat(visit.unsaved.getAsBoolean()).isFalse();
    }

    @Test
    void showsVendorsInUseAndFindsTheOthers() {
        plugin.connect();
        open();
        assertThat(_find(Button.class, spec -> spec.withText("Acronis"))).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Microsoft"))).hasSize(2);
        _setValue(search("Search vendors: Vendors that always ask"), "ACRO");
        assertThat(_find(Button.class, spec -> spec.withText("Acronis"))).hasSize(1);
    }

    @Test
    void refusesAThresholdOutOfRange() {
        plugin.connect();
        open();
        for (Integer wrong : new Integer[] {-1, 1001, null}) {
            threshold().setValue(wrong);
            assertThat(save().isEnabled()).isFalse();
            assertThat(visit.unsaved.getAsBoolean()).isTrue();
        }
        threshold().setValue(1000);
        assertThat(save().isEnabled()).isTrue();
    }

    @Test
    void stopsAllWritesAfterAQuestionAndWarns() {
        plugin.connect();
        open();
        _setValue(threshold(), 50);
        _click(button("Stop all writes to Pax8"));
        assertThat(settings().now().writesStopped()).isFalse();
        assertThat(visit.questions).singleElement().asString().contains("No change of seats is sent to Pax8");
        visit.answerYes();
        assertThat(settings().now().writesStopped()).isTrue();
        assertThat(settings().now().rules().autoApprovePercent()).as("not saved with it").isZero();
        assertThat(threshold().getValue()).as("still being edited").isEqualTo(50);
        assertThat(text()).contains("Writing to Pax8 is stopped");
        _click(button("Allow writes to Pax8"));
        visit.answerYes();
        assertThat(settings().now().writesStopped()).isFalse();
        assertThat(text()).doesNotContain("Writing to Pax8 is stopped");
    }

    private static TextField search(String label) {
        return _find(TextField.class).stream()
                .filter(field -> field.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
