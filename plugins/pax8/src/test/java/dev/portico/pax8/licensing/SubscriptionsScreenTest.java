package dev.portico.pax8.licensing;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.PropertyTexts;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.words.TermWords;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionsScreenTest {

    private ScreensUnderTest plugin;
    private Visit visit;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        visit = new Visit();
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    @Test
    void leadsToTheConnectionWhenThereIsNone() {
        open();
        assertThat(text()).contains("Subscriptions appear here once Pax8 is connected.");
        _click(_get(Button.class, spec -> spec.withText("Connect Pax8")));
        assertThat(visit.leadTo).isEqualTo("settings/integrations/pax8/setup/connect");
    }

    @Test
    void leadsToTheMappingWhenNothingIsMapped() {
        plugin.connect();
        open();
        _click(_get(Button.class, spec -> spec.withText("Map a company")));
        assertThat(visit.leadTo).isEqualTo("settings/integrations/pax8/setup/companies");
    }

    @Test
    void saysThatTheSyncHasBroughtNothingYet() {
        plugin.connect();
        plugin.map(plugin.pax8Company("Acme", ""), plugin.portalCompany("Acme", ""));
        open();
        assertThat(text()).contains("the sync has not brought them yet");
    }

    @Test
    void showsNoStepsToUsersWhoCannotTakeThem() {
        plugin.portal.permissions.remove("manage_licensing");
        open();
        assertThat(text()).contains("Subscriptions of your company appear here");
        assertThat(_find(Button.class, spec -> spec.withText("Connect Pax8"))).isEmpty();
    }

    @Test
    void showsFiguresOfEverythingAndHowFreshTheyAre() {
        subscriptions();
        plugin.portal.run("subscriptions", RunState.SUCCEEDED, 3, 3, "");
        plugin.clock.forward(Duration.ofMinutes(4));
        open();
        assertThat(visit.subtitle).isEqualTo("From Pax8, as of 4 minutes ago. Only companies that are mapped.");
        assertThat(text()).contains("of 3 in all", "$120.00", "€25.00", "retail $150.00", "3 subscriptions");
        assertThat(_size(grid())).isEqualTo(3);
        assertThat(grid().getColumnByKey("COST")).isNotNull();
    }

    @Test
    void showsNoCostToUsersWhoMayNotManage() {
        subscriptions();
        plugin.portal.permissions.remove("manage_licensing");
        plugin.portal.scope = new CompanyScope.Only(Set.of(ScreensUnderTest.id("portal Acme Dental Group")));
        open();
        assertThat(grid().getColumnByKey("COST")).isNull();
        assertThat(text()).doesNotContain("$", "€", "ost").contains("of 3 in all");
    }

    @Test
    void filtersRemembersThemInTheAddressAndClearsThem() {
        subscriptions();
        open();
        _setValue(_get(TextField.class), "acronis");
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(text()).contains("of 1 in all", "1 subscription");
        assertThat(visit.parameters).containsEntry("search", "acronis");
        _setValue(_get(TextField.class), "nothing like it");
        assertThat(text()).contains("No subscription matches these filters.");
        _click(_find(Button.class, spec -> spec.withText("Clear filters")).getLast());
        assertThat(_size(grid())).isEqualTo(3);
        assertThat(visit.parameters).doesNotContainKey("search");
    }

    @Test
    void opensWithTheFiltersOfTheAddress() {
        subscriptions();
        visit.parameters.put("status", "Cancelled");
        visit.parameters.put("company", "not an id");
        open();
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(_find(ComboBox.class).getFirst().getValue()).isEqualTo("Cancelled");
    }

    @Test
    void followsTheSyncs() {
        subscriptions();
        open();
        plugin.jdbc.sql("delete from subscription where status = 'Cancelled'").update();
        plugin.clock.forward(Duration.ofMinutes(1));
        plugin.portal.run("subscriptions", RunState.SUCCEEDED, 2, 2, "");
        visit.tick();
        assertThat(text()).contains("of 2 in all");
        assertThat(visit.subtitle).contains("just now");
    }

    @Test
    void becomesAListOfItemsOnNarrowScreens() {
        subscriptions();
        SubscriptionGrid grid = new SubscriptionGrid(
                new PropertyTexts(),
                plugin.bean(TermWords.class),
                plugin.clock,
                true);
        grid.compact(true);
        assertThat(grid.content().getColumns().stream().filter(Grid.Column::isVisible)).hasSize(1);
        grid.compact(false);
        assertThat(grid.content().getColumns().stream().filter(Grid.Column::isVisible)).hasSize(7);
    }

    @Test
    void tellsWhatHasEndedFromTheRest() {
        subscriptions();
        open();
        assertThat(text()).contains("3 subscriptions, 1 of them has ended");
        visit.parameters.put("status", "Active");
        open();
        assertThat(text()).contains("2 subscriptions").doesNotContain("ended");
    }

    @Test
    void hidesColumnsAndRemembersThemInTheAddress() {
        subscriptions();
        visit.parameters.put("columns", "PRODUCT,SEATS,no such column,COMPANY");
        open();
        assertThat(visibleColumns()).containsExactly("PRODUCT", "SEATS", "COMPANY");
        choose("Status");
        assertThat(visibleColumns()).containsExactly("PRODUCT", "SEATS", "COMPANY", "STATUS");
        assertThat(visit.parameters).containsEntry("columns", "PRODUCT,SEATS,COMPANY,STATUS");
        choose("Company");
        assertThat(visibleColumns()).containsExactly("PRODUCT", "SEATS", "STATUS");
    }

    @Test
    void opensTheDetailBesideTheListAndKeepsItInTheAddress() {
        subscriptions();
        UUID id = ScreensUnderTest.id("subscription " + ScreensUnderTest.id("pax8 Acme Dental Grp LLC") + "Microsoft 365");
        open();
        grid().select(GridKt._get(grid(), 2));
        assertThat(visit.parameters).containsEntry("subscription", id.toString());
        assertThat(detail()).contains("Microsoft 365", "Microsoft · Acme Dental Group", "12 seats", id.toString());
        _click(_find(Button.class).stream()
                .filter(button -> button.getAriaLabel().filter("Close the subscription"::equals).isPresent())
                .findFirst()
                .orElseThrow());
        assertThat(_get(MasterDetailLayout.class).getDetail()).isNull();
        assertThat(visit.parameters).doesNotContainKey("subscription");
        assertThat(grid().getSelectedItems()).isEmpty();
    }

    @Test
    void opensWithTheDetailOfTheAddressAndSaysSoIfThereIsNone() {
        subscriptions();
        visit.parameters.put("subscription", ScreensUnderTest.id("no such subscription").toString());
        open();
        assertThat(visit.problems).singleElement().asString().contains("not here any more");
        assertThat(visit.parameters).doesNotContainKey("subscription");
        visit.parameters.put(
                "subscription",
                ScreensUnderTest.id("subscription " + ScreensUnderTest.id("pax8 Acme Dental Grp LLC") + "Acronis Cyber Protect")
                        .toString());
        open();
        assertThat(detail()).contains("Acronis Cyber Protect", "Cost per month", "€25.00");
    }

    @Test
    void isClosedToUsersWithoutThePermission() {
        plugin.portal.permissions.clear();
        assertThatThrownBy(this::open).isInstanceOf(PermissionDenied.class);
    }

    private void subscriptions() {
        plugin.connect();
        UUID acme = plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        plugin.map(acme, plugin.portalCompany("Acme Dental Group", "Seattle"));
        plugin.product("Microsoft 365", "Microsoft");
        plugin.product("Acronis Cyber Protect", "Acronis");
        plugin.subscription(acme, "Microsoft 365", 12, "Active", "Annual", "120", "USD");
        plugin.subscription(acme, "Acronis Cyber Protect", 10, "Active", "Monthly", "2.5", "EUR");
        plugin.subscription(acme, "Adobe Creative Cloud", 3, "Cancelled", "Monthly", "50", "USD");
    }

    private void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(SubscriptionsScreen.class).open(visit));
    }

    private static void choose(String column) {
        MenuItem choice = _get(MenuBar.class).getItems().getFirst().getSubMenu().getItems().stream()
                .filter(item -> item.getText().equals(column))
                .findFirst()
                .orElseThrow();
        choice.setChecked(!choice.isChecked());
        ComponentUtil.fireEvent(choice, new ClickEvent<>(choice));
    }

    private static List<String> visibleColumns() {
        return grid().getColumns().stream().filter(Grid.Column::isVisible).map(Grid.Column::getKey).toList();
    }

    private static String detail() {
        return _get(MasterDetailLayout.class).getDetail().getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private static Grid<SubscriptionRow> grid() {
        return _get(Grid.class);
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
