package dev.portico.pax8.licensing.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.screen.Audience;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.pax8.Pax8Plugin;
import dev.portico.pax8.fixtures.PropertyTexts;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class SettingsPlaceTest {

    private final ScreenDeclaration screen = new Pax8Plugin()
            .screens().stream()
                    .filter(it -> it.path().equals("licensing/settings"))
                    .findFirst()
                    .orElseThrow();

    @Test
    void standsInTheGroupOfThePortalsOwnSettingsAfterThem() {
        ResourceBundle portal = ResourceBundle.getBundle("messages.integrations", Locale.ROOT);
        ScreenDeclaration.Navigation place = screen.navigation().orElseThrow();
        assertThat(new PropertyTexts().text(place.groupKey())).isEqualTo(portal.getString("settings"));
        assertThat(place.order()).isGreaterThan(1010);
    }

    @Test
    void isForStaffThatMayManageLicensing() {
        assertThat(screen.permission()).isEqualTo("manage_licensing");
        assertThat(screen.audience()).isEqualTo(Audience.STAFF);
    }
}
