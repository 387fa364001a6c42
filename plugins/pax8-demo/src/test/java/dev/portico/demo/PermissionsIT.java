package dev.portico.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.SharedPortal;
import dev.portico.demo.fixtures.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who lacks a permission gets neither the menu item nor the page nor the call behind it. */
@ExtendWith(SharedPortal.class)
class PermissionsIT {

    private final RunningPortal portal;

    PermissionsIT(RunningPortal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff@example.com", "client@example.com"})
    void whoMayNotManageGetsNeitherMenuNorPage(String email) {
        Visitor visitor = portal.visitor().signIn(email);

        for (String label : List.of("Integrations", "Plugins", "Jobs")) {
            assertThat(visitor.page().locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText(label)))
                    .hasCount(0);
        }
        for (String path : List.of(
                "/settings/integrations",
                "/settings/integrations/pax8/setup/connect",
                "/settings/plugins",
                "/jobs",
                "/oauth2/connected/pax8?code=x&state=y")) {
            assertThat(visitor.open(path)).as(path).isEqualTo(403);
            assertThat(visitor.page().getByText("No access").first()).isVisible();
        }
        assertThat(visitor.open("/oauth2/authorization/pax8")).isEqualTo(404);
    }

    @Test
    void clientsAndStaffHaveLicensingPagesOfTheirOwn() {
        List<String> ofStaff = List.of("licensing/subscriptions", "licensing/requests", "licensing/renewals");
        List<String> ofClients = List.of("my/licenses", "my/requests", "my/catalog");

        assertThatOnlyTheirPagesOpen(portal.visitor().signIn("client@example.com"), ofClients, ofStaff);
        assertThatOnlyTheirPagesOpen(portal.visitor().signIn("staff@example.com"), ofStaff, ofClients);
    }

    private static void assertThatOnlyTheirPagesOpen(Visitor visitor, List<String> own, List<String> others) {
        for (String path : own) {
            assertThat(place(visitor, path)).isVisible();
            assertThat(visitor.open("/" + path)).as(path).isEqualTo(200);
        }
        for (String path : others) {
            assertThat(place(visitor, path)).hasCount(0);
            assertThat(visitor.open("/" + path)).as(path).isEqualTo(403);
        }
        assertThat(place(visitor, "licensing/settings")).hasCount(0);
        assertThat(visitor.open("/licensing/settings")).isEqualTo(403);
    }

    private static Locator place(Visitor visitor, String path) {
        return visitor.page().locator("vaadin-side-nav-item[path='" + path + "']");
    }

    @Test
    void costIsForThoseWhoManageLicensing() {
        portal.syncSubscriptions();
        Visitor staff = portal.visitor().signIn("staff@example.com");
        staff.open("/licensing/subscriptions");

        assertThat(staff.page().locator("h1")).hasText("Subscriptions");
        assertThat(staff.page().locator(".portico-tile").getByText("Seats")).isVisible();
        assertThat(staff.page().getByText("Monthly cost")).hasCount(0);
        assertThat(staff.page().getByText("Cost / month")).hasCount(0);
    }

    @Test
    void theDashboardRefusesWritesOfOtherSitesAndOfOtherPeople() {
        String requeue = "/jobs/api/jobs/" + UUID.randomUUID() + "/requeue";
        Visitor admin = portal.admin();

        assertThat(post(admin, requeue, "https://evil.example")).isEqualTo(403);
        assertThat(post(portal.visitor().signIn("staff@example.com"), requeue, portal.installation().portalUrl()))
                .isEqualTo(403);
        assertThat(post(portal.visitor(), requeue, portal.installation().portalUrl())).isEqualTo(401);
    }

    private int post(Visitor visitor, String path, String origin) {
        APIResponse answer = visitor.page()
                .request()
                .post(
                        portal.installation().portalUrl() + path,
                        RequestOptions.create().setHeader("Origin", origin).setMaxRedirects(0));
        return answer.status();
    }

    @Test
    void theDashboardCallsNoOtherHost() {
        Visitor admin = portal.admin();
        admin.forgetCalls();
        admin.open("/jobs");

        assertThat(admin.page().frameLocator("iframe").getByText("Estimated processing time")).isVisible();
        assertThat(admin.calledOrigins()).containsExactly(portal.installation().portalUrl());
    }
}
