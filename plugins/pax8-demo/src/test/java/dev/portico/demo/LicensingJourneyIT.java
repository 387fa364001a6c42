package dev.portico.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.portico.demo.fixtures.LicensingCast.ENDPOINTS;
import static dev.portico.demo.fixtures.LicensingCast.MAIL;
import static dev.portico.demo.fixtures.LicensingCast.NETWORK;
import static dev.portico.demo.fixtures.LicensingCast.OFFICE;
import static dev.portico.demo.fixtures.LicensingCast.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.demo.fixtures.Bell;
import dev.portico.demo.fixtures.ClientPages;
import dev.portico.demo.fixtures.CompanyUsers;
import dev.portico.demo.fixtures.FreshPortal;
import dev.portico.demo.fixtures.HiddenFromClients;
import dev.portico.demo.fixtures.InOrder;
import dev.portico.demo.fixtures.LicensingCast;
import dev.portico.demo.fixtures.LicensingSettingsPage;
import dev.portico.demo.fixtures.PluginSwitch;
import dev.portico.demo.fixtures.PortalDatabase;
import dev.portico.demo.fixtures.Recording;
import dev.portico.demo.fixtures.RequestDesk;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.SandboxControl;
import dev.portico.demo.fixtures.Screens;
import dev.portico.demo.fixtures.Visitor;
import dev.portico.demo.fixtures.Wizard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A client asks for seats and products, and the MSP decides: each in a browser of their own, neither loads a page anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith({FreshPortal.class, InOrder.class})
class LicensingJourneyIT {

    private static final String CLIENT = "Northhill Wealth Management Inc.";
    private static final String WANTED = "Dropbox Sign - Standard";
    private static final String REASON = "No budget for that before spring; ask again in April.";
    private static final String REFUSAL = "Quantity cannot be decreased from 30 to 20 before the commitment term ends on";

    private final Screens screens = new Screens();
    private RunningPortal portal;
    private SandboxControl sandbox;
    private PortalDatabase database;
    private HiddenFromClients hidden;
    private Recording recording;
    private Visitor admin;
    private Visitor client;
    private ClientPages mine;
    private RequestDesk desk;
    private LicensingSettingsPage settings;
    private Bell bell;
    private Bell clientBell;

    @BeforeAll
    void enter(RunningPortal running, @TempDir Path folder) {
        portal = running;
        sandbox = portal.installation().sandbox();
        database = portal.installation().database();
        hidden = new HiddenFromClients(database);
        recording = new Recording(folder.resolve("client.har"));
    }

    @Test
    @Order(1)
    void connectsMapsAndSyncs() {
        LicensingCast.takeTheirPlaces(sandbox);
        admin = portal.admin();
        bell = new Bell(admin);
        desk = new RequestDesk(admin);
        settings = new LicensingSettingsPage(admin);
        Wizard wizard = new Wizard(admin);
        wizard.connect().open("companies").awaitCompanies().quickMatch().saveAll();
        wizard.open("complete").awaitSubscriptions();

        LicensingCast.awaitTerms(database);
    }

    @Test
    @Order(2)
    void smallChangesMayApplyAtOnce() {
        settings.open();
        assertThat(settings.approval()).isChecked();
        settings.approval().uncheck();
        settings.threshold(50);
        settings.showPrices();
        assertThat(admin.page().getByText("with 10 seats now, a change to 15 applies at once, to 16 it waits"))
                .isVisible();
        assertThat(settings.save()).containsText("The settings are saved");

        screens.look(admin, "settings-approval");
        settings.turnTo("Self-Service");
        screens.look(admin, "settings-self-service");
    }

    @Test
    @Order(3)
    void whatIsWithinTheThresholdIsAppliedAtOnce() {
        client = portal.visitor(recording).signIn("client@example.com");
        mine = new ClientPages(client);
        clientBell = new Bell(client);
        client.markWindow();
        mine.go("my/licenses");
        assertThat(mine.all()).containsText(" products, ");
        screens.look(client, "my-licenses");

        Locator dialog = mine.ask(MAIL.product(), 15);
        assertThat(dialog).containsText("10 seats now");
        assertThat(dialog).containsText("+5");
        assertThat(dialog).containsText("Applies at once");
        assertThat(dialog).containsText("Price: +$34.75 per month");
        screens.look(client, "change-seats");
        assertThat(mine.send("Change to 15 seats")).containsText("is on its way to Pax8");

        mine.go("my/requests");
        mine.awaitApplied(MAIL);
        assertThat(sandbox.seats(MAIL.id())).isEqualTo(15);
        clientBell.awaitTold("is done");
    }

    @Test
    @Order(4)
    void whatIsMoreIsHeldAndTheAdministratorIsTold() {
        admin.open("/");
        admin.markWindow();
        assertThat(bell.badge()).isHidden();
        assertThat(desk.waiting()).hasCount(0);

        mine.go("my/licenses");
        Locator dialog = mine.ask(ENDPOINTS.product(), 40);
        assertThat(dialog).containsText("Waits for approval");
        dialog.getByLabel("Why (optional)").fill("Twenty people join us in the new office.");
        assertThat(mine.send("Send request")).containsText("waits for approval");

        assertThat(bell.badge()).hasText("1");
        assertThat(desk.waiting()).hasText("1");
        bell.open();
        screens.look(admin, "bell");
        bell.follow("waits for approval");
        assertThat(admin.page()).hasURL(Pattern.compile("/licensing/requests\\?.*request=.*"));
        assertThat(desk.request())
                .containsText(Pattern.compile(
                        ENDPOINTS.product() + ".*" + CLIENT + ".*20 → 40 seats \\(\\+20\\).*Waiting.*client@example.com"
                                + ".*Twenty people join us.*Held: \\+20 seats \\(100 %\\)",
                        Pattern.DOTALL));
        hidden.keepCosts(desk.request().innerText());
        screens.look(admin, "request");
    }

    @Test
    @Order(5)
    void anOpenRequestOutlivesThatThePluginIsOff() {
        PluginSwitch plugin = new PluginSwitch(portal.admin()).open();
        mine.go("my/requests");
        plugin.disable();
        assertThat(client.page().locator("vaadin-side-nav-item[path='my/requests']")).hasCount(0);
        assertThat(client.notice()).containsText("Pax8 was switched off");
        plugin.enable();
        plugin.close();

        mine.go("my/requests");
        assertThat(mine.all()).containsText("Waiting for approval");
        desk.go();
        admin.button("Details of " + ENDPOINTS.product() + ", " + CLIENT).click();
        assertThat(desk.request()).containsText("Waiting");
    }

    @Test
    @Order(6)
    void anApprovalReachesPax8AndTheClient() {
        mine.go("my/requests");
        assertThat(mine.all()).containsText("Waiting for approval");
        admin.button("Approve").click();
        assertThat(admin.notice()).containsText("is approved");

        mine.awaitApplied(ENDPOINTS);
        assertThat(sandbox.seats(ENDPOINTS.id())).isEqualTo(40);
        clientBell.awaitTold(ENDPOINTS.product());
        assertThat(desk.request()).containsText("Applied");
        assertThat(desk.waiting()).hasCount(0);
        admin.assertNotLoadedAnew();
    }

    @Test
    @Order(7)
    void whoIsRejectedReadsWhy() {
        admin.button("Close the request").click();
        mine.go("my/licenses").ask(NETWORK.product(), 50);
        assertThat(mine.send("Send request")).containsText("waits for approval");
        mine.go("my/requests");

        Locator open = admin.button("Details of " + NETWORK.product() + ", " + CLIENT);
        assertThat(open).isVisible();
        screens.look(admin, "requests");
        open.click();
        assertThat(desk.reject(REASON)).containsText("is rejected");

        assertThat(mine.all()).containsText("Declined");
        assertThat(mine.all()).containsText(REASON);
        clientBell.awaitTold(REASON);
        assertThat(sandbox.seats(NETWORK.id())).isEqualTo(12);
    }

    @Test
    @Order(8)
    void whatTheCommitmentForbidsNowIsScheduledForItsEnd() {
        Locator dialog = mine.go("my/licenses").ask(REPORTS.product(), 20);
        assertThat(dialog).containsText("Not before");
        assertThat(dialog.getByLabel("On a later day")).isChecked();
        screens.look(client, "change-seats-later");
        assertThat(mine.send("Schedule")).containsText("is scheduled for");

        mine.go("my/requests");
        assertThat(mine.all()).containsText("Scheduled");
        assertThat(sandbox.seats(REPORTS.id())).isEqualTo(30);
    }

    @Test
    @Order(9)
    void aRefusalOfPax8IsToldInItsOwnWords() {
        REPORTS.renew(sandbox);
        LicensingCast.letTheDayOfScheduledChangesCome(database);
        OFFICE.seemsReducible(database);
        mine.go("my/licenses").ask(OFFICE.product(), 20);
        mine.send("Change to 20 seats");
        mine.go("my/requests");

        assertThat(mine.request(OFFICE)).containsText("Refused by Pax8");
        assertThat(mine.request(OFFICE)).containsText(REFUSAL);
        screens.look(client, "my-requests");
        bell.open().follow("failed");
        assertThat(desk.request()).containsText(REFUSAL);
        screens.look(admin, "request-refused");
    }

    @Test
    @Order(10)
    void theDayOfAScheduledChangeComes() {
        mine.go("my/licenses").go("my/requests");
        mine.awaitApplied(REPORTS);
        assertThat(sandbox.seats(REPORTS.id())).isEqualTo(20);
    }

    @Test
    @Order(11)
    void whatFailedCanBeTriedAgain() {
        OFFICE.renew(sandbox);
        mine.go("my/licenses").go("my/requests");
        admin.button("Try again").click();
        assertThat(admin.notice()).containsText("is tried again");

        mine.awaitApplied(OFFICE);
        assertThat(sandbox.seats(OFFICE.id())).isEqualTo(20);
    }

    @Test
    @Order(12)
    void theAdministratorOffersAProduct() {
        settings.openCatalog().search("Cloudflare");
        assertThat(settings.showAllThatMatch()).containsText("visible to clients now");
        assertThat(settings.search(WANTED).feature(WANTED)).hasAttribute("aria-pressed", "true");
        settings.endSearch();
        assertThat(admin.page().getByText(Pattern.compile("^2,\\d{3} products$"))).isVisible();
        screens.look(admin, "settings-catalog");
    }

    @Test
    @Order(13)
    void theClientFindsItFirstAndAsksForIt() {
        admin.open("/licensing/requests");
        admin.markWindow();
        mine.go("my/catalog");
        assertThat(mine.featured()).containsText(WANTED);
        screens.look(client, "my-catalog");
        mine.askFor(WANTED, 5, "Contracts are signed on paper today.");
        screens.look(client, "ask-for-product");
        assertThat(mine.send("Send")).containsText("You asked for " + WANTED);
        assertThat(mine.all()).containsText("Asked for");

        Locator answer = desk.products(1).answer(CLIENT, WANTED);
        assertThat(answer).containsText("Contracts are signed on paper today.");
        answer.getByLabel("Answer to the client").fill("Ordered, you can use it from tomorrow.");
        screens.look(admin, "answer-product");
        answer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done")).click();
        assertThat(admin.notice()).containsText("is told");

        clientBell.awaitTold("Ordered, you can use it from tomorrow.");
        admin.assertNotLoadedAnew();
    }

    @Test
    @Order(14)
    void theAdministratorSeesTheWholePicture() {
        admin.open("/licensing/subscriptions?subscription=" + ENDPOINTS.id());
        assertThat(admin.page().getByText("History of seats")).isVisible();
        hidden.keepCosts(admin.page().locator("main").innerText());
        screens.look(admin, "subscription");
        admin.open("/licensing/requests?show=all");
        screens.look(admin, "requests-all");
        admin.open("/licensing/renewals?view=calendar");
        screens.look(admin, "renewals");
    }

    @Test
    @Order(15)
    void aColleagueOfTheClientIsInvited() {
        String link = new CompanyUsers(admin)
                .open(database.text("select id from portal.company where name = ?", CLIENT))
                .invite("Robin Castellan", "robin@northhill.example");
        screens.look(admin, "invite-link");
        admin.button("Close").click();
        screens.look(admin, "company-users");

        Visitor colleague = portal.visitor();
        colleague.page().navigate(link);
        assertThat(colleague.page().getByText("Welcome, Robin Castellan.")).isVisible();
        screens.look(colleague, "invite");
    }

    @Test
    @Order(16)
    void theClientWasSentNothingOfOthersAndNoCost() {
        for (String path : List.of("/licensing/subscriptions", "/licensing/requests", "/licensing/renewals",
                "/licensing/settings", "/companies", "/settings/integrations")) {
            assertThat(client.open(path)).as(path).isEqualTo(403);
        }
        List<String> others = hidden.othersThan(CLIENT, MAIL);
        client.close();

        List<String> sent = new ArrayList<>(recording.pushed());
        List<String> answers = recording.answers();
        assertThat(sent).as("pushed").anyMatch(message -> message.contains("Applied"));
        assertThat(answers).as("answers").anyMatch(answer -> answer.contains(ENDPOINTS.product()));
        sent.addAll(answers);
        hidden.assertNotIn(sent, others);
    }

    @Test
    @Order(17)
    void nobodyIsKeptOutAndTheBrowsersHaveNoComplaints() {
        List<String> complaints = new ArrayList<>(admin.complaints());
        complaints.addAll(client.complaints());
        assertThat(complaints).filteredOn(complaint -> !complaint.contains("status of 403")).isEmpty();
        screens.assertNoBarriers();
    }
}
