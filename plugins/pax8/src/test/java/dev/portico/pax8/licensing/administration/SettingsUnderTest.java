package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.settings.SettingsService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Licensing > Settings over a database of its own, with a client that has a subscription. */
abstract class SettingsUnderTest {

    ScreensUnderTest plugin;
    Visit visit;
    UUID office;

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

    void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(SettingsScreen.class).open(visit));
    }

    SettingsService settings() {
        return plugin.bean(SettingsService.class);
    }

    Button save() {
        return (Button) visit.actions.getLast();
    }

    static LicensingRules threshold(int percent) {
        return new LicensingRules(true, percent, Set.of(), true, 1, Optional.empty());
    }

    static IntegerField threshold() {
        return _get(IntegerField.class, spec -> spec.withLabel("Auto-approve threshold (%)"));
    }

    static Checkbox checkbox(String label) {
        return _get(Checkbox.class, spec -> spec.withLabel(label));
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static Button vendor(String name, int index) {
        List<Button> badges = _find(Button.class, spec -> spec.withText(name));
        return badges.get(index);
    }

    static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
