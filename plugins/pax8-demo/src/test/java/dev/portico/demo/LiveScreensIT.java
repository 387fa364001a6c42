package dev.portico.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import dev.portico.demo.fixtures.Card;
import dev.portico.demo.fixtures.PluginSwitch;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.SharedPortal;
import dev.portico.demo.fixtures.Visitor;
import dev.portico.demo.fixtures.Wizard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One administrator switches Pax8 on and off, and the windows of a colleague follow without being loaded anew. */
@ExtendWith(SharedPortal.class)
class LiveScreensIT {

    /** What is promised is a second; a machine that is busy with other tests may take longer to draw. */
    private static final double AT_ONCE = 10_000;

    private final RunningPortal portal;
    private PluginSwitch plugin;
    private Visitor colleague;

    LiveScreensIT(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void openWindows() {
        plugin = new PluginSwitch(portal.admin()).open();
        colleague = portal.admin();
    }

    @AfterEach
    void switchOn() {
        plugin.open();
        plugin.awaitEnabled();
        plugin.close();
        colleague.close();
    }

    @Test
    void cardAndNavigationGoAndCome() {
        new Card(colleague).open();
        colleague.markWindow();
        assertThat(card()).isVisible();
        assertThat(place()).isVisible();

        plugin.pressDisable();
        assertThat(card()).hasCount(0, new HasCountOptions().setTimeout(AT_ONCE));
        assertThat(place()).hasCount(0, new HasCountOptions().setTimeout(AT_ONCE));
        plugin.awaitState("Disabled");

        plugin.enable();
        assertThat(card()).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));
        assertThat(place()).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));
        colleague.assertNotLoadedAnew();
    }

    @Test
    void theStartPageFollows() {
        colleague.open("/");
        colleague.markWindow();
        Locator licensing = colleague.page().locator("main vaadin-card").getByText("Subscriptions").first();
        assertThat(licensing).isVisible();

        plugin.disable();
        assertThat(licensing).hasCount(0, new HasCountOptions().setTimeout(AT_ONCE));
        plugin.enable();
        assertThat(licensing).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));
        colleague.assertNotLoadedAnew();
    }

    @Test
    void whoStandsOnAScreenIsLedAwayAndFindsBack() {
        colleague.open("/licensing/subscriptions?search=365");
        colleague.markWindow();

        plugin.pressDisable();
        assertThat(colleague.page())
                .hasURL(portal.installation().portalUrl() + "/settings/integrations", new HasURLOptions().setTimeout(AT_ONCE));
        assertThat(colleague.notice()).containsText("Pax8 was switched off");
        plugin.awaitState("Disabled");

        plugin.enable();
        assertThat(colleague.notice()).containsText("Pax8 is back");
        colleague.button("Open the page again").click();
        colleague.arrivesAt("/licensing/subscriptions?search=365");
        colleague.assertNotLoadedAnew();
    }

    @Test
    void whoIsInTheWizardIsLedAwayWithoutAQuestion() {
        new Wizard(colleague).open("connect");
        colleague.markWindow();

        plugin.pressDisable();
        assertThat(colleague.page())
                .hasURL(portal.installation().portalUrl() + "/settings/integrations", new HasURLOptions().setTimeout(AT_ONCE));
        assertThat(colleague.notice()).containsText("Pax8 was switched off");
        colleague.assertNotLoadedAnew();
        plugin.awaitState("Disabled");
    }

    @Test
    void aHalfFilledFormStays() {
        colleague.open("/companies");
        colleague.markWindow();
        colleague.button("Create company").click();
        Locator name = colleague.page().getByLabel("Company", new Page.GetByLabelOptions().setExact(true));
        name.fill("Half a comp");

        plugin.disable();
        assertThat(place()).hasCount(0, new HasCountOptions().setTimeout(AT_ONCE));
        plugin.enable();
        assertThat(place()).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));

        assertThat(name).hasValue("Half a comp");
        colleague.assertNotLoadedAnew();
    }

    private Locator card() {
        return new Card(colleague).all();
    }

    private Locator place() {
        return colleague.page().locator("vaadin-side-nav-item[path='licensing/subscriptions']");
    }
}
