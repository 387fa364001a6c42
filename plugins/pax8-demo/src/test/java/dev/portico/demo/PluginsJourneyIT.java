package dev.portico.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.demo.fixtures.Card;
import dev.portico.demo.fixtures.InOrder;
import dev.portico.demo.fixtures.InstallDialog;
import dev.portico.demo.fixtures.PluginJar;
import dev.portico.demo.fixtures.PluginSwitch;
import dev.portico.demo.fixtures.PortalDatabase;
import dev.portico.demo.fixtures.Reminders;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.Screens;
import dev.portico.demo.fixtures.SharedPortal;
import dev.portico.demo.fixtures.Visitor;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of a plugin at Settings &gt; Plugins, from its upload to its removal, with a colleague looking on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith({SharedPortal.class, InOrder.class})
class PluginsJourneyIT {

    /** What is promised is a second; a machine that is busy with other tests may take longer to draw. */
    private static final double AT_ONCE = 10_000;

    /** An upgrade waits for runs under way, and the tests' machines are shared. */
    private static final double UPGRADE = 90_000;

    private static final String EXAMPLE = "Example";

    private final PluginJar example = PluginJar.example();
    private final PluginJar second = example.withVersion("2.0.0")
            .withMigration("V2__notes.sql", "alter table reminder add column note text not null default '';");
    private final Screens screens = new Screens();
    private PortalDatabase database;
    private Visitor admin;
    private Visitor colleague;
    private PluginSwitch plugin;
    private InstallDialog dialog;
    private Reminders reminders;

    @BeforeAll
    void enter(RunningPortal portal) {
        database = portal.installation().database();
        admin = portal.admin();
        colleague = portal.admin();
        plugin = new PluginSwitch(admin, EXAMPLE);
        dialog = new InstallDialog(admin);
        reminders = new Reminders(colleague);
    }

    @Test
    @Order(1)
    void aChosenFileIsShownBeforeItIsInstalled() {
        dialog.open().choose(example).awaitReview();

        assertThat(dialog.all()).containsText("Version " + example.version());
        assertThat(dialog.all()).containsText("The settings of this portal allow it without a signature.");
        assertThat(dialog.all()).containsText("/example/reminders");
        assertThat(dialog.all()).containsText("every day at 06:00");
        assertThat(dialog.all()).containsText("Reminders: add, complete and set up");
        assertThat(dialog.all()).containsText("Makes its own tables, in one step");
        assertThat(database.count("select count(*) from portal.plugin where id = 'example'")).isZero();
        screens.look(admin, "plugin-review");
    }

    @Test
    @Order(2)
    void anInstalledPluginComesToEveryOpenWindow() {
        colleague.open("/settings/integrations");
        colleague.markWindow();
        assertThat(card()).hasCount(0);

        dialog.confirm();
        plugin.awaitState("Started");

        assertThat(card()).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));
        assertThat(reminders.place()).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));
        colleague.assertNotLoadedAnew();
        admin.open("/settings/plugins");
        assertThat(plugin.card()).containsText("not signed");
        screens.look(admin, "plugin-list");
    }

    @Test
    @Order(3)
    void itsScreenWorksAtOnce() {
        reminders.enter();
        reminders.add("Firewall support");

        assertThat(reminders.all()).containsText("Firewall support");
        colleague.assertNotLoadedAnew();
    }

    @Test
    @Order(4)
    void aBrokenPackageIsRefusedWithTheFindingAndTheRemedy(@TempDir Path folder) {
        dialog.open().drop(example.changedAfterSigning(folder));

        assertThat(dialog.awaitRefusal()).containsText("example-changed.jar cannot be installed");
        assertThat(dialog.awaitRefusal()).containsText("The package was changed after it was signed");
        assertThat(dialog.awaitRefusal()).containsText("Get the package again from its maker.");

        dialog.choose(example.packingSpring());
        assertThat(dialog.all()).containsText("example-shaded.jar cannot be installed");
        assertThat(dialog.awaitRefusal()).containsText("classes that plugins get from the portal: org.springframework");
        assertThat(dialog.awaitRefusal()).containsText("Give those dependencies the scope provided.");
        screens.look(admin, "plugin-refused");
        dialog.cancel();
    }

    @Test
    @Order(5)
    void aDroppedFileOfANewVersionUpgrades() {
        reminders.open();
        colleague.markWindow();
        plugin.open();
        plugin.press("Upload new version…");
        dialog.drop(second).awaitReview();
        assertThat(dialog.all()).containsText("Version " + example.version() + " → 2.0.0");
        assertThat(dialog.all()).containsText("It brings the same screens");
        assertThat(dialog.all()).containsText("One change to its own tables");
        screens.look(admin, "plugin-review-upgrade");

        dialog.confirm();

        awaitCard("Version 2.0.0");
        plugin.awaitState("Started");
        assertThat(colleague.notice()).containsText("Example is back");
        colleague.button("Open the page again").click();
        assertThat(reminders.all()).containsText("Firewall support");
        colleague.assertNotLoadedAnew();
    }

    @Test
    @Order(6)
    void thePreviousVersionCanBeTakenUpAgain() {
        plugin.press("Go back to version " + example.version() + "…");
        admin.button("Go back to " + example.version()).click();

        awaitCard("Version " + example.version());
        plugin.awaitState("Started");
        reminders.open();
        reminders.add("Backup contract");
        assertThat(reminders.all()).containsText("Firewall support");
    }

    @Test
    @Order(7)
    void anUpgradeThatFailsLeavesTheOldVersionServingAndSaysWhy() {
        PluginJar broken = second.withVersion("3.0.0")
                .withMigration("V3__broken.sql", "drop table reminder; alter table no_such_table add column x int;");
        plugin.open();
        plugin.press("Upload new version…");
        dialog.choose(broken).awaitReview().confirm();
        plugin.openDetails();

        Locator box = admin.page()
                .locator(".problem")
                .filter(new Locator.FilterOptions().setHasText("The upgrade to 3.0.0 failed"));
        assertThat(box).isVisible(new IsVisibleOptions().setTimeout(UPGRADE));
        assertThat(box).containsText("no_such_table");
        assertThat(box).containsText("Version " + example.version() + " serves as before.");
        assertThat(admin.page().locator(".plugin-state vaadin-badge")).hasText("Started");
        screens.look(admin, "plugin-failed-upgrade");
        reminders.open();
        assertThat(reminders.all()).containsText("Backup contract");

        admin.button("Withdraw").click();
        assertThat(box).isHidden();
    }

    @Test
    @Order(8)
    void disablingCanBeUndone() {
        colleague.open("/settings/integrations");
        colleague.markWindow();
        plugin.open();

        plugin.disable();
        assertThat(card()).hasCount(0, new HasCountOptions().setTimeout(AT_ONCE));
        assertThat(reminders.place()).hasCount(0, new HasCountOptions().setTimeout(AT_ONCE));
        admin.button("Undo").click();

        plugin.awaitState("Started");
        assertThat(card()).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));
        colleague.assertNotLoadedAnew();
        plugin.openDetails();
        screens.look(admin, "plugin");
    }

    @Test
    @Order(9)
    void removalKeepsTheDataAndTheNextInstallationFindsIt() {
        plugin.open();
        plugin.press("Remove…");
        assertThat(dialog.all()).containsText("What Example stored, its settings and its history stay");
        screens.look(admin, "plugin-remove");
        admin.button("Remove Example").click();

        assertThat(kept()).containsText("Example", new ContainsTextOptions().setTimeout(UPGRADE));
        assertThat(plugin.card()).hasCount(0);
        assertThat(kept()).containsText("3 rows in 2 tables");
        screens.look(admin, "plugins-kept");

        dialog.open().drop(example).awaitReview();
        assertThat(dialog.all()).containsText("The portal still keeps data of an earlier installation of Example.");
        dialog.confirm();
        plugin.awaitState("Started");
        reminders.open();
        assertThat(reminders.all()).containsText("Firewall support");
        assertThat(reminders.all()).containsText("Backup contract");
    }

    @Test
    @Order(10)
    void removalWithDataCountsItAndLeavesNothing() {
        plugin.open();
        assertThat(kept()).isHidden();
        plugin.press("Remove…");
        dialog.all().getByText("Delete data", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog.all()).containsText("2 rows in the table reminder");
        Locator remove = admin.button("Remove Example and its data");
        assertThat(remove).isDisabled();
        admin.page().getByLabel("Type Example to confirm").fill("example");
        screens.look(admin, "plugin-remove-data");

        remove.click();

        assertThat(plugin.card()).hasCount(0, new HasCountOptions().setTimeout(UPGRADE));
        admin.open("/settings/plugins");
        assertThat(kept()).isHidden();
        assertThat(database.count("select count(*) from pg_namespace where nspname = 'example'")).isZero();
        assertThat(database.count("select count(*) from portal.plugin where id = 'example'")).isZero();
        assertThat(database.count("select count(*) from portal.plugin_package where plugin_id = 'example'")).isZero();
    }

    @Test
    @Order(11)
    void nobodyIsKeptOutAndTheBrowserHasNoComplaints() {
        assertThat(admin.complaints()).isEmpty();
        assertThat(colleague.complaints()).isEmpty();
        screens.assertNoBarriers();
    }

    private void awaitCard(String text) {
        assertThat(plugin.card()).containsText(text, new ContainsTextOptions().setTimeout(UPGRADE));
    }

    private Locator card() {
        return new Card(colleague, EXAMPLE).all();
    }

    private Locator kept() {
        return admin.page()
                .locator("section.panel")
                .filter(new Locator.FilterOptions()
                        .setHas(admin.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions().setName("Data kept from removed plugins"))));
    }
}
