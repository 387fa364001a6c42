package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.selfservice.RuleRow;
import dev.portico.pax8.licensing.selfservice.SubscriptionRules;
import dev.portico.pax8.licensing.settings.SettingsStore;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelfServiceTabTest {

    private ScreensUnderTest plugin;
    private Visit visit;
    private UUID office;

    @BeforeEach
    void twoSubscriptions() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        plugin.connect();
        visit = new Visit();
        visit.parameters.put("tab", "self-service");
        UUID acme = plugin.pax8Company("Acme Dental Grp LLC", "");
        plugin.map(acme, plugin.portalCompany("Acme", ""));
        plugin.product("Microsoft 365", "Microsoft");
        plugin.product("Acronis Cyber Protect", "Acronis");
        plugin.subscription(acme, "Acronis Cyber Protect", 30, "Active", "Monthly", "1", "USD");
        office = plugin.subscription(acme, "Microsoft 365", 12, "Active", "Monthly", "1", "USD");
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    @Test
    void showsWhatHoldsAndWhereItComesFrom() {
        plugin.bean(SubscriptionRules.class)
                .save(
                        office,
                        SubscriptionRule.INHERITED,
                        new SubscriptionRule(Optional.of(false), true, Optional.empty(), true, Optional.of(20L)));
        open();
        assertThat(cell(0, "allowed")).contains("yes", "inherited");
        assertThat(cell(0, "approval")).contains("by the rules", "inherited");
        assertThat(cell(0, "limits")).contains("1 or more", "inherited");
        assertThat(cell(1, "allowed")).contains("no", "own");
        assertThat(cell(1, "approval")).contains("always", "own");
        assertThat(cell(1, "limits")).contains("1–20", "own");
    }

    @Test
    void searchesAndListsOwnRulesOnly() {
        open();
        _setValue(_get(TextField.class), "acronis");
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(visit.parameters).containsEntry("search", "acronis");
        _setValue(_get(TextField.class), "");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Only with own rules")), true);
        assertThat(text()).contains("No subscription matches.");
        assertThat(visit.parameters).containsEntry("own", "true");
    }

    @Test
    void editsEveryPartAndShowsTheCurrentSeats() {
        open();
        edit(1);
        assertThat(dialog()).contains("Acme · 12 seats now", "Microsoft 365");
        select("Clients may change seats", 2);
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Require approval")), true);
        _setValue(min(), 2);
        select("Maximum seats", 1);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Own maximum")), 20);
        _click(button("Save"));
        assertThat(rule())
                .isEqualTo(new SubscriptionRule(Optional.of(false), true, Optional.of(2L), true, Optional.of(20L)));
        assertThat(visit.notices).containsExactly("Saved for Microsoft 365 of Acme.");
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(cell(1, "limits")).contains("2–20");
    }

    @Test
    void takesAnEmptyOwnMaximumForNoLimit() {
        open();
        edit(1);
        select("Maximum seats", 1);
        _click(button("Save"));
        assertThat(rule())
                .isEqualTo(new SubscriptionRule(Optional.empty(), false, Optional.empty(), true, Optional.empty()));
    }

    @Test
    void resetsToInherited() {
        plugin.bean(SubscriptionRules.class)
                .save(
                        office,
                        SubscriptionRule.INHERITED,
                        new SubscriptionRule(Optional.of(false), true, Optional.of(3L), true, Optional.of(20L)));
        open();
        edit(1);
        assertThat(min().getValue()).isEqualTo(3);
        _click(button("Reset to inherited"));
        assertThat(min().getValue()).isNull();
        _click(button("Save"));
        assertThat(rule()).isEqualTo(SubscriptionRule.INHERITED);
        assertThat(plugin.count("subscription_rule")).isZero();
    }

    @Test
    void refusesAMinimumAboveTheOwnMaximumAndSaysSoAtOnce() {
        open();
        edit(1);
        _setValue(min(), 5);
        select("Maximum seats", 1);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Own maximum")), 4);
        assertThat(dialog()).contains("The minimum, 5, is above the maximum, 4.");
        _click(button("Save"));
        assertThat(rule()).isEqualTo(SubscriptionRule.INHERITED);
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void warnsWhenAnOwnMinimumIsAboveTheInheritedMaximum() {
        plugin.jdbc.sql("insert into licensing_settings select 2, approval_by_default, auto_approve_percent,"
                        + " vendors_always_ask, true, 1, 4, false, false, '{}', false, now(), 'test'"
                        + " from licensing_settings where version = 1")
                .update();
        open();
        edit(1);
        _setValue(min(), 5);
        assertThat(dialog()).contains("With what is inherited, the minimum, 5, is above the maximum, 4");
        _click(button("Save"));
        assertThat(rule().minSeats()).contains(5L);
        assertThat(cell(1, "limits")).contains("nothing possible");
    }

    @Test
    void losesNothingWhenSomebodyElseChangedItMeanwhile() {
        open();
        edit(1);
        _setValue(min(), 2);
        plugin.bean(SubscriptionRules.class)
                .save(
                        office,
                        SubscriptionRule.INHERITED,
                        new SubscriptionRule(Optional.of(false), false, Optional.empty(), false, Optional.empty()));
        _click(button("Save"));
        assertThat(dialog()).contains("Somebody else changed it meanwhile: changes not allowed.");
        assertThat(min().getValue()).isEqualTo(2);
        _click(button("Save"));
        assertThat(rule())
                .isEqualTo(new SubscriptionRule(Optional.empty(), false, Optional.of(2L), false, Optional.empty()));
    }

    @Test
    void showsNewDefaultsOnceTheyAreSaved() {
        open();
        _setValue(_find(IntegerField.class, spec -> spec.withLabel("Maximum seats")).getFirst(), 50);
        assertThat(cell(0, "limits")).contains("1 or more");
        ((Button) visit.actions.getLast()).click();
        assertThat(cell(0, "limits")).contains("1–50");
    }

    private void edit(int index) {
        Button edit = (Button) (com.vaadin.flow.component.Component) _getCellComponent(grid(), index, "edit");
        assertThat(edit.getAriaLabel()).isPresent();
        _click(edit);
    }

    private SubscriptionRule rule() {
        return plugin.bean(SettingsStore.class).ruleOf(office);
    }

    private void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(SettingsScreen.class).open(visit));
    }

    private static IntegerField min() {
        return _get(_get(Dialog.class), IntegerField.class, spec -> spec.withLabel("Minimum seats"));
    }

    @SuppressWarnings("unchecked")
    private static void select(String label, int index) {
        Select<Object> select = _get(_get(Dialog.class), Select.class, spec -> spec.withLabel(label));
        select.setValue(select.getListDataView().getItem(index));
    }

    private static String dialog() {
        Dialog dialog = _get(Dialog.class);
        return dialog.getHeaderTitle() + dialog.getElement().getTextRecursively();
    }

    private static String cell(int index, String key) {
        return _getCellComponent(grid(), index, key).getElement().getTextRecursively();
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @SuppressWarnings("unchecked")
    private static Grid<RuleRow> grid() {
        return _get(Grid.class);
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
