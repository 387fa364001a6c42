package dev.portico.host.plugins.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import dev.portico.host.WholePortalTest;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.plugins.PluginJarBuilder;
import dev.portico.host.plugins.PluginRuntime;
import dev.portico.host.security.Acting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PluginScreensTest extends WholePortalTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String id = "screened" + NUMBER.incrementAndGet();

    @Autowired
    private PluginAdministration administration;

    @Autowired
    private PluginRuntime runtime;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void remove() {
        jdbc.sql("delete from portal.plugin").update();
        jdbc.sql("delete from portal.plugin_package").update();
        jdbc.sql("delete from portal.plugin_kept_data").update();
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.running().isEmpty());
    }

    @Test
    void showsAPluginAsACardWithVersionStateAndSigner() throws Exception {
        install(aWorkingPlugin(id));
        openList();

        eventually(() -> assertThat(state()).isEqualTo("Started"));
        String card = textOf(card());
        assertThat(card).contains(id, "Test", "A plugin for tests.", "Version 1.0.0", "last change a moment ago", "signed by test");
        assertThat(_get(PluginLine.class).getChildren().toList().get(1).getElement().getAttribute("title"))
                .isNotBlank();
    }

    @Test
    void offersTheFirstStepWhereThereIsNoPlugin() throws Exception {
        openList();

        assertThat(_get(H2.class, spec -> spec.withText("No plugins")).isAttached()).isTrue();
        assertThat(_find(Button.class, spec -> spec.withText("Install plugin"))).hasSize(2);
    }

    @Test
    void findsByPartOfTheName() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        PluginCard card = card();
        TextField search = _get(TextField.class, spec -> spec.withPlaceholder("Search"));

        _setValue(search, "zzz");
        _assertNone(PluginCard.class);
        assertThat(_get(H2.class, spec -> spec.withText("No match")).isAttached()).isTrue();

        _setValue(search, id.toUpperCase(java.util.Locale.ROOT));
        assertThat(_find(PluginCard.class)).hasSize(1).doesNotContain(card);
    }

    @Test
    void disablesAtOnceAndTakesItBack() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));

        _click(button("Disable"));
        eventually(() -> assertThat(state()).isEqualTo("Disabled"));
        assertThat(button("Enable").isVisible()).isTrue();

        _click(button("Undo"));
        eventually(() -> assertThat(state()).isEqualTo("Started"));
    }

    @Test
    void followsWhatOthersDoInTheSameCard() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));
        PluginCard card = card();

        Acting.asSystem(() -> administration.setEnabled(id, false));

        eventually(() -> assertThat(state()).isEqualTo("Disabled"));
        assertThat(card()).isSameAs(card);
    }

    @Test
    void saysWhyAPluginDoesNotStartAndOffersToTryAgain() throws Exception {
        install(aWorkingPlugin(id).replacing("/*bean*/", "if (true) throw new IllegalStateException(\"broken\");"));
        openList();

        eventually(() -> assertThat(state()).isEqualTo("Could not be started"));
        assertThat(textOf(_get(PluginProblem.class))).contains("broken", "Try again");

        choose("Try again");
        assertThat(administration.events(id)).anyMatch(event -> event.kind().equals("try-again"));
    }

    @Test
    void showsWhatAPackageBringsBeforeItIsInstalled() throws Exception {
        openList();
        upload("thing.jar", aWorkingPlugin(id).signed().build());

        String review = textOf(_get(ReviewPanel.class));
        assertThat(review)
                .contains(id, "Version 1.0.0", "Signed by test", "Things", "/" + id + "/things", "Test: count")
                .contains("every day at 03:00", "manage_" + id, "No other system", "Asks for no account")
                .contains("Makes its own tables, in one step");
        assertThat(administration.plugins()).isEmpty();

        _click(button("Install " + id + " 1.0.0"));
        _assertNone(InstallDialog.class);
        eventually(() -> assertThat(state()).isEqualTo("Started"));
    }

    @Test
    void namesEveryFindingWithItsRemedyAndTakesAnotherFile() throws Exception {
        openList();
        upload("bad.jar", aWorkingPlugin(id).without("Plugin-Provider").without("Plugin-Requires").build());

        RefusalPanel refusal = _get(RefusalPanel.class);
        assertThat(textOf(refusal)).contains("bad.jar cannot be installed, for", "Plugin-Provider", "Plugin-Requires");
        assertThat(_find(refusal, com.vaadin.flow.component.html.ListItem.class))
                .hasSizeGreaterThan(1)
                .allSatisfy(item -> assertThat(item.getChildren()).hasSize(2));

        send("thing.jar", aWorkingPlugin(id).signed().build());
        _assertNone(RefusalPanel.class);
        assertThat(button("Install " + id + " 1.0.0").isEnabled()).isTrue();
    }

    @Test
    void saysWhenThePluginFailsToDeclareItself() throws Exception {
        openList();
        upload("bad.jar", aWorkingPlugin(id)
                .replacing("/*constructor*/", "if (true) throw new IllegalStateException(\"no luck\");")
                .signed()
                .build());

        assertThat(textOf(_get(RefusalPanel.class))).contains("bad.jar cannot be installed", "no luck");
        assertThat(_get(Upload.class).isVisible()).isTrue();
    }

    @Test
    void marksWhatAnUpgradeBringsAndTakesAway() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));
        String permission = "new PermissionDeclaration(\"manage_" + id + "\", \"permission\")";
        choose("Upload new version…");
        send("thing.jar", aWorkingPlugin(id)
                .version("1.1.0")
                .replacing(permission, permission + ", new PermissionDeclaration(\"read_" + id + "\", \"permission\")")
                .replacing("0 3 * * *", "0 */4 * * *")
                .file("META-INF/portico/migrations/V2__more.sql", "alter table thing add column more text;")
                .signed()
                .build());

        ReviewPanel review = _get(ReviewPanel.class);
        assertThat(textOf(review))
                .contains("Version 1.0.0 → 1.1.0", "1 new, 1 changed, 0 gone", "One change to its own tables")
                .contains("every 4 hours, until now: every day at 03:00");
        assertThat(_find(review, Badge.class)).extracting(Badge::getText).contains("New", "Changed");

        _click(button("Upgrade to 1.1.0"));
        eventually(() -> assertThat(textOf(card())).contains("Version 1.1.0"));
        choose("Go back to version 1.0.0…");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("tables stay as version 1.1.0");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        eventually(() -> assertThat(textOf(card())).contains("Version 1.0.0"));
    }

    @Test
    void warnsOfAnOlderVersionAndDoesNothingForTheSame() throws Exception {
        install(aWorkingPlugin(id).version("2.0.0"));
        openList();
        upload("old.jar", aWorkingPlugin(id).signed().build());
        assertThat(textOf(_get(ReviewPanel.class))).contains("1.0.0 is older than 2.0.0");
        _click(button("Cancel"));

        PluginJarBuilder other = aWorkingPlugin(id).version("2.0.0").signed();
        byte[] same = other.build();
        Acting.asSystem(() -> administration.install(administration.look(same)));
        eventually(() -> assertThat(administration.plugin(id).orElseThrow().upgrade()).isEmpty());
        upload("same.jar", same);
        assertThat(textOf(_get(ReviewPanel.class))).contains("Exactly this package");
        assertThat(button("Upgrade to 2.0.0").isEnabled()).isFalse();
    }

    @Test
    void removesAPluginKeepingItsDataWhichCanBeDeletedLater() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));
        jdbc.sql("insert into " + id + ".thing (id) values (1), (2)").update();

        choose("Remove…");
        assertThat(textOf(_get(RemovePluginDialog.class))).contains("again when " + id + " is installed", "Remove Integration");
        _click(button("Remove " + id));
        eventually(() -> assertThat(_find(PluginCard.class)).isEmpty());

        assertThat(textOf(_get(KeptDataPanel.class))).contains(id, "Version 1.0.0, removed a moment ago by", "2 rows in one table");
        _click(button("Delete data…"));
        Button confirm = button("Delete data of " + id);
        assertThat(confirm.isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type " + id + " to confirm")), id);
        _click(confirm);

        _assertNone(KeptDataPanel.class);
        assertThat(schemas()).doesNotContain(id);
    }

    @Test
    void removesAPluginWithItsDataOnceItsNameWasTyped() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));
        jdbc.sql("insert into " + id + ".thing (id) values (1)").update();

        choose("Remove…");
        deleteData();
        assertThat(textOf(_get(RemovePluginDialog.class))).contains("one row in the table thing");
        Button confirm = button("Remove " + id + " and its data");
        assertThat(confirm.isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type " + id + " to confirm")), id);
        _click(confirm);

        eventually(() -> assertThat(_find(PluginCard.class)).isEmpty());
        _assertNone(KeptDataPanel.class);
        assertThat(schemas()).doesNotContain(id);
    }

    @Test
    void thePageOfAPluginShowsItsLifeAndSaysWhenItIsRemoved() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));

        _click(button("Details"));
        assertThat(_get(H1.class).getText()).isEqualTo(id);
        assertThat(textOf(_get(NodesPanel.class))).contains("(this node)", "Started", "Version 1.0.0, last change");
        assertThat(textOf(_get(AboutPanel.class))).contains("Things", "a moment ago by", "in one step");
        assertThat(textOf(_get(HealthPanel.class))).containsPattern("(call|calls) in the last hour, none failed");
        assertThat(textOf(_get(HistoryPanel.class))).contains("Version 1.0.0 installed", "Version 1.0.0 started");

        Acting.asSystem(() -> administration.remove(id, true));
        eventually(() -> assertThat(_get(H2.class, spec -> spec.withText(id + " was removed")).isAttached()).isTrue());
        assertThat(textOf(_get(HistoryPanel.class))).contains("removed with its data");
    }

    @Test
    void showsAFailedUpgradeWithWhatCanBeDone() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));
        install(aWorkingPlugin(id)
                .version("1.1.0")
                .replacing("/*bean*/", "if (true) throw new IllegalStateException(\"broken\");"));
        eventually(() -> assertThat(textOf(card())).contains("The upgrade to 1.1.0 failed", "broken", "Version 1.0.0 serves"));

        UI.getCurrent().navigate("settings/plugins/" + id);
        assertThat(textOf(_get(UpgradeBox.class))).contains("The upgrade to 1.1.0 failed", "broken");
        _click(button("Withdraw"));
        eventually(() -> _assertNone(UpgradeBox.class));
        assertThat(textOf(_get(HistoryPanel.class))).contains("Upgrade to 1.1.0 failed", "Upgrade withdrawn");
    }

    @Test
    void whoMayNotManagePluginsSeesNeitherPage() throws Exception {
        install(aWorkingPlugin(id));
        signInStaff("read_companies");
        for (String path : List.of("settings/plugins", "settings/plugins/" + id)) {
            UI.getCurrent().navigate(path);
            assertThat(_get(H2.class).getText()).as(path).isEqualTo("No access");
        }
    }

    private void install(PluginJarBuilder plugin) throws Exception {
        signInAdmin();
        administration.install(administration.look(plugin.signed().build()));
    }

    private void openList() throws Exception {
        signInAdmin();
        UI.getCurrent().navigate("settings/plugins");
    }

    private static void upload(String name, byte[] jar) {
        _click(_find(Button.class, spec -> spec.withText("Install plugin")).getFirst());
        send(name, jar);
    }

    private static void send(String name, byte[] jar) {
        UploadKt._upload(_get(Upload.class), name, jar);
        MockVaadin.clientRoundtrip(false);
    }

    @SuppressWarnings("unchecked")
    private static void deleteData() {
        RadioButtonGroup<Boolean> choice = _get(RadioButtonGroup.class);
        _setValue(choice, true);
    }

    private static void choose(String text) {
        MenuItem more = _get(PluginMenu.class).getItems().getFirst();
        MenuItem item = more.getSubMenu().getItems().stream()
                .filter(it -> it.getText().equals(text))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private static PluginCard card() {
        return _get(PluginCard.class);
    }

    private static String state() {
        return _get(card(), StateBadge.class).getText();
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static String textOf(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively() + component.getElement().getProperty("cardTitle", "")
                + component.getElement().getProperty("label", "");
    }

    private List<String> schemas() {
        return jdbc.sql("select nspname from pg_namespace").query(String.class).list();
    }

    /** What is pushed comes with the next round trip. */
    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(20)).pollInSameThread().pollDelay(Duration.ZERO).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            check.run();
        });
    }
}
