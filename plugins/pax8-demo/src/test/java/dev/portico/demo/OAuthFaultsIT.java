package dev.portico.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.portico.demo.fixtures.Card;
import dev.portico.demo.fixtures.PortalDatabase;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.SandboxControl;
import dev.portico.demo.fixtures.SharedPortal;
import dev.portico.demo.fixtures.Visitor;
import dev.portico.demo.fixtures.Wizard;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can go wrong on the way to Pax8 and back ends in step 1, says what happened and what to do, and stores nothing. */
@ExtendWith(SharedPortal.class)
class OAuthFaultsIT {

    private static final String CONNECTED_AT = "select coalesce(max(connected_at)::text, '') from portal.oauth_connection";

    private static final HasTextOptions PATIENT = new HasTextOptions().setTimeout(60_000);

    private final RunningPortal portal;
    private final SandboxControl sandbox;
    private final PortalDatabase database;
    private Visitor admin;
    private Wizard wizard;
    private String before;

    OAuthFaultsIT(RunningPortal portal) {
        this.portal = portal;
        sandbox = portal.installation().sandbox();
        database = portal.installation().database();
    }

    @BeforeEach
    void open() {
        admin = portal.admin();
        wizard = new Wizard(admin);
        before = database.text(CONNECTED_AT);
    }

    @AfterEach
    void repair() {
        sandbox.repair();
    }

    private void assertTold(String what) {
        assertThat(admin.page().locator(".portico-step-failure")).containsText(what);
        assertThat(admin.page().locator(".portico-step-failure")).containsText("API access");
        assertThat(database.text(CONNECTED_AT)).as("nothing was stored").isEqualTo(before);
    }

    @Test
    void consentDenied() {
        wizard.open("connect").leaveForPax8().signInAtPax8().answer("Deny");

        assertTold("The connection was not approved at Pax8.");
    }

    @Test
    void aStateThatIsNotOurs() {
        admin.open("/oauth2/connected/pax8?code=stolen&state=invented");

        assertTold("did not belong to this sign-in");
    }

    @Test
    void aCallbackThatIsReplayed() {
        String[] callback = new String[1];
        admin.page().onRequest(request -> {
            if (request.url().contains("/oauth2/connected/pax8?") && request.url().contains("code=")) {
                callback[0] = request.url();
            }
        });
        wizard.connect();
        before = database.text(CONNECTED_AT);
        assertThat(callback[0]).isNotNull();

        admin.page().navigate(callback[0]);
        admin.settle();

        assertTold("did not belong to this sign-in");
    }

    @Test
    void aSandboxThatIsDownWhenTheCodeIsExchanged() {
        wizard.open("connect").leaveForPax8().signInAtPax8();
        sandbox.fail("unavailable", "{\"path\":\"/oauth/token\"}");

        wizard.answer("Accept");

        assertTold("Pax8 cannot be reached at present.");
    }

    @Test
    void aTokenThatIsRevokedIsRenewedAndOneThatCannotBeAsksToConnectAgain() {
        wizard.connect();
        admin.open("/settings/integrations/pax8/setup/companies");
        wizard.awaitCompanies();
        long mappings = database.count("select count(*) from pax8.company_mapping");

        sandbox.revoke(SandboxControl.Tokens.ACCESS);
        syncCompanies();
        assertThat(new Card(admin).open().state()).hasText("Connected", PATIENT);

        sandbox.revoke(SandboxControl.Tokens.ALL);
        syncCompanies();
        Card card = new Card(admin).open();
        assertThat(card.state()).hasText("Disconnected");
        assertThat(database.count("select count(*) from pax8.company_mapping")).isEqualTo(mappings);
        assertThat(database.count("select count(*) from jobs.jobrunr_recurring_jobs"))
                .as("schedules pause until somebody connects again")
                .isZero();

        wizard.connect();
        assertThat(new Card(admin).open().state()).hasText("Connected", PATIENT);
        assertThat(database.count("select count(*) from jobs.jobrunr_recurring_jobs")).isPositive();
    }

    private void syncCompanies() {
        database.passAMinute();
        new Card(admin).open().act("Sync Companies");
        await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> database.count("select count(*) from portal.job_run where state in ('QUEUED', 'RUNNING')")
                        == 0);
    }
}
