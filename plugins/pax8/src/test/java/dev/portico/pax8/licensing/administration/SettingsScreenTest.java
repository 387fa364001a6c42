package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all tabs of the settings have in common: who may see them, their address, how they are saved. */
class SettingsScreenTest extends SettingsUnderTest {

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
    void explainsEachControl() {
        plugin.connect();
        open();
        assertThat(_find(Checkbox.class)).isNotEmpty().allSatisfy(it -> assertThat(it.getHelperText()).isNotBlank());
        assertThat(threshold().getHelperText()).isEqualTo("Counts only while approval is not required by default.");
        _setValue(checkbox("Require approval by default"), false);
        assertThat(threshold().getHelperText()).contains("At 0 % everything waits");
    }
}
