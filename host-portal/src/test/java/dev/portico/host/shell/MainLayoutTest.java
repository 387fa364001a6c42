package dev.portico.host.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class MainLayoutTest {

    @Autowired
    ApplicationContext portal;

    @Autowired
    NavigationRegistry navigation;

    @Autowired
    JdbcClient jdbc;

    TestPeople people;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
    }

    @AfterEach
    void closeWindow() {
        Screens.close();
    }

    @Nested
    class Drawer {

        @Test
        void showsOnlyWhatTheUserMayOpen() {
            Screens.open(portal, people.staff("read_licensing"));
            assertThat(Screens.drawer()).contains("Overview").doesNotContain("Companies");
            Screens.close();

            Screens.open(portal, people.admin());
            assertThat(Screens.drawer()).contains("Overview", "Companies");
        }

        @Test
        void redrawsInOpenWindowsWhenAPluginComesAndGoes() {
            Screens.open(portal, people.admin());

            var item = navigation.register(new NavigationItem(
                    () -> "Licensing", () -> "Subscriptions", "licensing/subscriptions", "key", 10, "read_licensing"));
            awaitDrawer(labels -> labels.containsAll(List.of("Licensing", "Subscriptions")));

            item.remove();
            awaitDrawer(labels -> !labels.contains("Licensing") && !labels.contains("Subscriptions"));
        }

        private void awaitDrawer(Predicate<List<String>> expected) {
            await().pollInSameThread().untilAsserted(() -> {
                MockVaadin.clientRoundtrip(true);
                assertThat(expected.test(Screens.drawer())).as("%s", Screens.drawer()).isTrue();
            });
        }

        @Test
        void putsAGroupWhereItsFirstItemBelongs() {
            var late = navigation.register(new NavigationItem(
                    () -> "Settings", () -> "Late", "settings/late", "cog", 1000, ""));
            var early =
                    navigation.register(new NavigationItem(() -> "Early", () -> "First", "early", "key", -95, ""));

            Screens.open(portal, people.admin());

            assertThat(Screens.drawer())
                    .containsSubsequence("Overview", "Early", "First", "Companies", "Settings", "Late");
            late.remove();
            early.remove();
        }

        @Test
        void leavesTheScreensForAnAddressOutsideOfThem() {
            var outside = navigation.register(new NavigationItem(() -> "", () -> "Outside", "/outside", "tasks", 900, ""));

            Screens.open(portal, people.admin());

            SideNavItem item = _get(SideNavItem.class, spec -> spec.withLabel("Outside"));
            assertThat(item.getPath()).isEqualTo("outside");
            assertThat(item.isRouterIgnore()).isTrue();
            outside.remove();
        }

        @Test
        void followsPermissionsAtTheNextPage() {
            Screens.open(portal, people.staff("read_companies"));
            assertThat(Screens.drawer()).contains("Companies");

            jdbc.sql("delete from portal.role_permission").update();
            Screens.go("nowhere");

            assertThat(Screens.drawer()).doesNotContain("Companies");
        }
    }

    @Nested
    class Pages {

        @Test
        void aPageWithoutThePermissionIsNeverBuilt() {
            Screens.open(portal, people.staff("read_licensing"));

            Screens.go("companies");

            assertThat(Screens.heading()).isEqualTo("No access");
            assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("No access · Portico");
        }

        @Test
        void anUnknownAddressHasAFriendlyPage() {
            Screens.open(portal, people.admin());

            Screens.go("nowhere/at/all");

            assertThat(Screens.heading()).isEqualTo("Page not found");
        }

        @Test
        void nobodyIsLedToTheSignIn() {
            people.admin();
            Screens.open(portal);

            Screens.go("companies");

            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo("login");
        }
    }

    @Test
    void iconButtonsHaveLabels() {
        PortalUser admin = people.admin();
        Screens.open(portal, admin);

        assertThat(_get(DrawerToggle.class).getAriaLabel()).contains("Show or hide the navigation");
        assertThat(_get(UserMenu.class).getContent().getItems().getFirst().getAriaLabel())
                .contains("Account of Test admin@test.example");
        assertThat(_get(SchemeMenu.class).getContent().getItems().getFirst().getAriaLabel())
                .contains("Colour scheme");
    }

    @Test
    void remembersTheColourSchemeThatWasChosen() {
        PortalUser admin = people.admin();
        Screens.open(portal, admin);
        var bar = _get(SchemeMenu.class).getContent();
        var items = bar.getItems().getFirst().getSubMenu().getItems();

        ContextMenuKt._click(bar, items.get(1));

        assertThat(items.get(1).isChecked()).isTrue();
        assertThat(items.get(2).isChecked()).isFalse();
        assertThat(jdbc.sql("select color_scheme from portal.app_user").query(String.class).single())
                .isEqualTo("DARK");
    }
}
