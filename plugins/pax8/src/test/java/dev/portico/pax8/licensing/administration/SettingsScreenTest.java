package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Typing;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.selfservice.RuleRow;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.licensing.settings.SettingsService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsScreenTest {

    private ScreensUnderTest plugin;
    private Visit visit;
    private UUID office;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        visit = new Visit();
        UUID acme = plugin.pax8Company("Acme Dental Grp LLC", "");
        plugin.map(acme, plugin.portalCompany("Acme", ""));
        plugin.product("Microsoft 365", "Microsoft");
        plugin.product("Acronis Cyber Protect", "Acronis");
        office = plugin.subscription(acme, "Microsoft 365", 10, "Active", "Monthly", "1", "USD");
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    @Test
    void isClosedToUsersWithoutThePermission() {
        plugin.connect();
        plugin.portal.permissions.remove("manage_licensing");
        assertThatThrownBy(this::open).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void leadsToTheIntegrationsOnEachTabWhileThereIsNoConnection() {
        open();
        for (int tab = 0; tab < 3; tab++) {
            _get(Tabs.class).setSelectedIndex(tab);
            assertThat(text()).contains("Connect Pax8 first", "Pax8 is not connected.");
            assertThat(_find(Grid.class)).isEmpty();
            assertThat(_find(Checkbox.class)).isEmpty();
        }
        assertThat(visit.actions).isEmpty();
        _click(button("Go to Integrations"));
        assertThat(visit.leadTo).isEqualTo("settings/integrations");
    }

    @Test
    void keepsTheTabInTheAddress() {
        plugin.connect();
        visit.parameters.put("tab", "self-service");
        open();
        assertThat(text()).contains("Defaults for all subscriptions");
        _get(Tabs.class).setSelectedTab((Tab) _get(Tabs.class).getComponentAt(1));
        assertThat(visit.parameters).containsEntry("tab", "catalog");
        assertThat(text()).contains("All that match: 2");
    }

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
    void discardsWhatWasEdited() {
        plugin.connect();
        open();
        _setValue(threshold(), 50);
        ((Button) visit.actions.getFirst()).click();
        assertThat(threshold().getValue()).isZero();
        assertThat(visit.unsaved.getAsBoolean()).isFalse();
    }

    @Test
    void losesNothingWhenSomebodyElseSavedMeanwhile() {
        plugin.connect();
        open();
        _setValue(threshold(), 50);
        LicensingSettings seen = settings().now();
        settings().save(new LicensingSettings(
                seen.version(),
                new LicensingRules(true, 0, Set.of("Adobe"), true, 1, Optional.of(99L)),
                true,
                false,
                Set.of(),
                false,
                seen.changedAt(),
                seen.changedBy()));
        save().click();
        assertThat(text())
                .contains("saved other changes meanwhile: vendors that always ask: none → Adobe; new products visible: no → yes")
                .contains("Your own changes are kept and not saved yet");
        assertThat(threshold().getValue()).isEqualTo(50);
        assertThat(_find(Button.class, spec -> spec.withText("Adobe"))).isNotEmpty();
        save().click();
        LicensingSettings now = settings().now();
        assertThat(now.version()).isEqualTo(3);
        assertThat(now.rules()).isEqualTo(new LicensingRules(true, 50, Set.of("Adobe"), true, 1, Optional.of(99L)));
        assertThat(now.newProductsVisible()).isTrue();
        assertThat(text()).doesNotContain("saved other changes meanwhile");
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

    @Test
    void savesWhatWasEditedOnAllTabsTogether() {
        plugin.connect();
        open();
        _setValue(threshold(), 50);
        _get(Tabs.class).setSelectedIndex(1);
        _setValue(checkbox("Show new products to clients"), true);
        _get(Tabs.class).setSelectedIndex(2);
        _setValue(checkbox("Clients may change seats themselves"), false);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Minimum seats")), 2);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Maximum seats")), 20);
        save().click();
        LicensingSettings now = settings().now();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.newProductsVisible()).isTrue();
        assertThat(now.rules())
                .isEqualTo(new LicensingRules(true, 50, Set.of(), false, 2, Optional.of(20L)));
    }

    @Test
    void refusesDefaultsThatContradictEachOther() {
        plugin.connect();
        visit.parameters.put("tab", "self-service");
        open();
        IntegerField min = _get(IntegerField.class, spec -> spec.withLabel("Minimum seats"));
        IntegerField max = _get(IntegerField.class, spec -> spec.withLabel("Maximum seats"));
        _setValue(max, 4);
        _setValue(min, 5);
        assertThat(max.isInvalid()).isTrue();
        assertThat(max.getErrorMessage()).contains("The minimum, 5, is above the maximum, 4.");
        assertThat(save().isEnabled()).isFalse();
        _setValue(max, null);
        assertThat(max.isInvalid()).isFalse();
        assertThat(save().isEnabled()).isTrue();
        _setValue(min, 0);
        assertThat(min.isInvalid()).isTrue();
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void takesNoMaximumThatCannotBeReadForNone() {
        plugin.connect();
        visit.parameters.put("tab", "self-service");
        open();
        IntegerField max = _get(IntegerField.class, spec -> spec.withLabel("Maximum seats"));
        Typing.into(max, "99999999999");
        assertThat(max.isInvalid()).isTrue();
        assertThat(max.getErrorMessage()).contains("Enter a whole number of seats, or leave it empty.");
        assertThat(save().isEnabled()).isFalse();
        Typing.into(max, "");
        assertThat(max.isInvalid()).isFalse();
    }

    @Test
    void explainsEachControl() {
        plugin.connect();
        open();
        assertThat(_find(Checkbox.class)).isNotEmpty().allSatisfy(it -> assertThat(it.getHelperText()).isNotBlank());
        assertThat(threshold().getHelperText()).isEqualTo("Counts only while approval is not required by default.");
        _setValue(checkbox("Require approval by default"), false);
        assertThat(threshold().getHelperText()).contains("At 0 % everything waits");
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

    private void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(SettingsScreen.class).open(visit));
    }

    private SettingsService settings() {
        return plugin.bean(SettingsService.class);
    }

    private Button save() {
        return (Button) visit.actions.getLast();
    }

    private static LicensingRules threshold(int percent) {
        return new LicensingRules(true, percent, Set.of(), true, 1, Optional.empty());
    }

    private static IntegerField threshold() {
        return _get(IntegerField.class, spec -> spec.withLabel("Auto-approve threshold (%)"));
    }

    private static Checkbox checkbox(String label) {
        return _get(Checkbox.class, spec -> spec.withLabel(label));
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static Button vendor(String name, int index) {
        List<Button> badges = _find(Button.class, spec -> spec.withText(name));
        return badges.get(index);
    }

    private static TextField search(String label) {
        return _find(TextField.class).stream()
                .filter(field -> field.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<RuleRow> combo(String label) {
        return _get(ComboBox.class, spec -> spec.withLabel(label));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
