package dev.portico.pax8.licensing.portal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.api.host.PermissionDenied;
import dev.portico.api.screen.PluginScreen;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.change.ChangeSeatsDialog;
import dev.portico.pax8.licensing.desk.RequestsScreen;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No page of a client shows or holds anything of another company, a hidden product, or what seats cost the MSP. */
class ClientSecrecyTest {

    /** Of another company: its names, people, figures and products. */
    private static final List<String> FOREIGN =
            List.of("Harbor", "harbor", "Tacoma", "Foreign Firewall", "4321", "4,321", "8765", "98.76", "123.45");

    /** What seats cost the MSP: of the subscription, and of products in the catalog. */
    private static final List<String> COST = List.of("17.31", "173.10", "77.77", "Cost", "cost=Optional[");

    private ScreensUnderTest plugin;
    private ClientsInTest clients;
    private SeatRequest foreign;
    private SeatRequest own;
    private Visit visit;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        clients = new ClientsInTest(plugin);
        plugin.jdbc.sql("update subscription set partner_cost = 17.31, price = 21.5 where id = ?")
                .param(clients.acme.subscription)
                .update();
        UUID shown = clients.product("Shown Backup", "Acronis", true, true, "Backup");
        clients.product("Hidden Vault", "Secretvendor", false, false, "Hiddencategory");
        foreign = clients.harborAsks(shown);
        clients.asAcme();
        plugin.bean(ProductRequests.class).ask(shown, 5, "For us");
        own = clients.acme.asked(15);
        visit = new Visit();
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    @Test
    void notWhenPricesAreHidden() {
        String pages = everyPage();
        assertThat(pages).contains("Microsoft 365", "Shown Backup", "carla@acme.example", "Waiting for approval");
        assertThat(pages).doesNotContain(FOREIGN).doesNotContain(COST).doesNotContain("21.5", "$215", "99.95", "Price");
        assertThat(pages).doesNotContain("Hidden Vault", "Secretvendor", "Hiddencategory");
    }

    @Test
    void notWhenPricesAreShown() {
        clients.acme.settings("clients_see_prices = true");
        String pages = everyPage();
        assertThat(pages).contains("$215.00", "99.95").doesNotContain(FOREIGN).doesNotContain(COST);
    }

    @Test
    void notByAnAddressThatNamesAnotherCompanysRequest() {
        visit.parameters.put("request", foreign.id().toString());
        assertThat(rendered(MyRequestsScreen.class)).doesNotContain(FOREIGN);
    }

    @Test
    void notByPermissionsThatOnlyStaffShouldHold() {
        plugin.portal.permissions.add("manage_licensing");
        assertThat(everyPage()).doesNotContain(FOREIGN).doesNotContain(COST);
    }

    @Test
    void notEvenOnThePageOfStaff() {
        plugin.portal.permissions.add("manage_licensing");
        assertThat(rendered(RequestsScreen.class)).doesNotContain(FOREIGN).doesNotContain(COST);
    }

    @Test
    void whoIsNoClientsUserIsRefused() {
        clients.asStaff();
        for (Class<? extends PluginScreen> screen :
                List.of(MyLicensesScreen.class, MyRequestsScreen.class, MyCatalogScreen.class)) {
            assertThatThrownBy(() -> plugin.bean(screen).open(visit)).isInstanceOf(PermissionDenied.class);
        }
    }

    @Test
    void whoMayNotReadIsRefused() {
        plugin.portal.permissions.clear();
        for (Class<? extends PluginScreen> screen :
                List.of(MyLicensesScreen.class, MyRequestsScreen.class, MyCatalogScreen.class)) {
            assertThatThrownBy(() -> plugin.bean(screen).open(visit)).isInstanceOf(PermissionDenied.class);
        }
    }

    /** All pages of a client, each search, detail and dialog opened once. */
    private String everyPage() {
        visit.parameters.clear();
        StringBuilder all = new StringBuilder(rendered(MyLicensesScreen.class))
                .append(rendered(MyCatalogScreen.class))
                .append(rendered(MyRequestsScreen.class));
        visit.parameters.put("tab", "products");
        all.append(rendered(MyRequestsScreen.class));
        visit.parameters.clear();
        visit.parameters.put("request", own.id().toString());
        all.append(rendered(MyRequestsScreen.class));
        visit.parameters.clear();
        visit.parameters.put("search", "a");
        all.append(rendered(MyLicensesScreen.class)).append(rendered(MyCatalogScreen.class));
        visit.parameters.clear();
        return all.append(dialog()).append(visit.notices).append(visit.subtitle).toString();
    }

    private String dialog() {
        Div page = new Div();
        UI.getCurrent().removeAll();
        UI.getCurrent().add(page);
        plugin.bean(ChangeSeatsDialog.class).open(
                new ChangeSeatsDialog.Subject(clients.acme.subscription, "Microsoft 365", "", 10), page, visit, made -> {});
        _setValue(_get(IntegerField.class), 12);
        return Rendering.of(UI.getCurrent());
    }

    private String rendered(Class<? extends PluginScreen> screen) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(screen).open(visit));
        visit.tick();
        return Rendering.of(UI.getCurrent());
    }
}
