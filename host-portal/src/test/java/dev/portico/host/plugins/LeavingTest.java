package dev.portico.host.plugins;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.shared.communication.PushMode;
import dev.portico.host.WholePortalTest;
import dev.portico.host.integrations.IntegrationMenu;
import dev.portico.host.shell.Screens;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens in open windows when a plugin goes. */
class LeavingTest extends WholePortalTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String CARDS = "settings/integrations";

    private final String id = "leaving" + NUMBER.incrementAndGet();

    @Autowired
    private PluginStore store;

    @Autowired
    private PluginRuntime runtime;

    @Autowired
    private Packages packages;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void remove() {
        jdbc.sql("delete from portal.plugin").update();
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.running().isEmpty());
    }

    @BeforeEach
    void letTheWindowAskForWhatIsNew() {
        // why: the tests' browser is never pushed to, and would be taken for one that is gone
        UI.getCurrent().getPushConfiguration().setPushMode(PushMode.DISABLED);
    }

    private void start(PluginJarBuilder plugin) {
        packages.take(packages.look(plugin.signed().build()), "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.find(id).isPresent());
    }

    /** Switches the plugin off while the window of this test lives on, as a browser's does. */
    private void switchOff() {
        store.want(id, Wanted.DISABLED);
        roundtripsUntil(() -> runtime.statuses().stream()
                .anyMatch(status -> status.id().equals(id) && status.state() == PluginStatus.State.DISABLED));
    }

    private static void roundtripsUntil(Callable<Boolean> condition) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return condition.call();
        });
    }

    private static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    @Test
    void whoStandsOnAScreenIsLedToTheIntegrationsAndToldWhatHappened() throws Exception {
        start(aWorkingPlugin(id));
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");

        switchOff();

        assertThat(path()).isEqualTo(CARDS);
        assertThat(Screens.notices()).singleElement().asString().contains(id + " was switched off");
        _assertNone(Card.class);
    }

    @Test
    void whoMayNotSeeTheIntegrationsIsLedToTheStartPage() throws Exception {
        start(aWorkingPlugin(id));
        signInStaff("manage_" + id);
        UI.getCurrent().navigate(id + "/things");

        switchOff();

        assertThat(path()).isEmpty();
        assertThat(Screens.notices()).singleElement().asString().contains(id + " was switched off");
    }

    @Test
    void whoIsInTheWizardIsLedAway() throws Exception {
        start(aWorkingPlugin(id));
        signInAdmin();
        UI.getCurrent().navigate("settings/integrations/" + id + "/setup/only");
        _assertOne(Span.class, spec -> spec.withText("step of " + id));

        switchOff();

        assertThat(path()).isEqualTo(CARDS);
        assertThat(Screens.notices()).singleElement().asString().contains(id + " was switched off");
    }

    @Test
    void unsavedInputAndAnOpenQuestionAboutItDoNotHoldAnybody() throws Exception {
        start(aWorkingPlugin(id).replacing("/*screen*/", "context.unsavedWhen(() -> true);"));
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");
        UI.getCurrent().navigate("companies");
        _assertOne(ConfirmDialog.class);
        assertThat(path()).isEqualTo(id + "/things");

        switchOff();

        assertThat(path()).isEqualTo(CARDS);
        _assertNone(ConfirmDialog.class);
    }

    @Test
    void aDialogThatThePluginOpenedGoesWithIt() throws Exception {
        start(withDialog());
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");
        _assertOne(Dialog.class);

        switchOff();

        _assertNone(Dialog.class);
        assertThat(path()).isEqualTo(CARDS);
    }

    @Test
    void aDialogThatThePluginOpenedGoesWithItsPage() throws Exception {
        start(withDialog());
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");
        _assertOne(Dialog.class);

        UI.getCurrent().navigate("companies");

        assertThat(path()).isEqualTo("companies");
        _assertNone(Dialog.class);
    }

    private PluginJarBuilder withDialog() {
        return aWorkingPlugin(id)
                .replacing("/*screen*/", "new com.vaadin.flow.component.dialog.Dialog(new Span(\"mine\")).open();");
    }

    @Test
    void anOfferToUndoIsTakenBackWhereverItsUserIs() throws Exception {
        start(aWorkingPlugin(id).replacing("/*screen*/", "context.notifyWithUndo(\"done\", () -> {});"));
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");
        UI.getCurrent().navigate("companies");
        assertThat(Screens.notices()).singleElement().asString().contains("done");

        switchOff();

        assertThat(path()).isEqualTo("companies");
        assertThat(Screens.notices()).singleElement().asString().contains(id + " was switched off").doesNotContain("done");
    }

    @Test
    void theQuestionBeforeRemovingAnIntegrationIsClosed() throws Exception {
        start(aWorkingPlugin(id));
        signInAdmin();
        UI.getCurrent().navigate(CARDS);
        IntegrationMenu.remove();
        _assertOne(Dialog.class);

        switchOff();

        _assertNone(Dialog.class);
        assertThat(path()).isEqualTo(CARDS);
    }

    @Test
    void aHalfFilledFormOfThePortalStays() throws Exception {
        start(aWorkingPlugin(id));
        signInAdmin();
        UI.getCurrent().navigate("companies");
        _click(_find(Button.class, spec -> spec.withText("Create company")).getFirst());
        TextField name = _get(TextField.class, spec -> spec.withLabel("Company"));
        _setValue(name, "Half a comp");

        switchOff();

        assertThat(path()).isEqualTo("companies");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Company"))).isSameAs(name);
        assertThat(name.getValue()).isEqualTo("Half a comp");
        assertThat(Screens.notices()).isEmpty();
    }

    @Test
    void anUpgradeOffersTheWayBackToTheSamePage() throws Exception {
        start(aWorkingPlugin(id));
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");

        packages.take(
                packages.look(aWorkingPlugin(id)
                        .version("2.0.0")
                        .replacing("things of", "better things of")
                        .signed()
                        .build()),
                "test");
        roundtripsUntil(() -> Screens.notices().stream().anyMatch(text -> text.contains(id + " is back")));

        assertThat(Screens.notices()).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("Open the page again")));
        assertThat(_get(H1.class).getText()).isEqualTo("Things");
        _assertOne(Span.class, spec -> spec.withText("better things of " + id));
    }

    @Test
    void aScreenThatDoesNotGoQuietlyIsLeftAllTheSame() throws Exception {
        start(aWorkingPlugin(id).replacing("/*screen*/", """
                if (true) {
                    Span stubborn = new Span("stubborn");
                    stubborn.addDetachListener(event -> { throw new AssertionError("I stay"); });
                    return stubborn;
                }"""));
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");

        switchOff();

        assertThat(path()).isEqualTo(CARDS);
        assertThat(Screens.notices()).singleElement().asString().contains(id + " was switched off");
    }

    @Test
    void theCardsFollowWithoutBeingAsked() throws Exception {
        signInAdmin();
        UI.getCurrent().navigate(CARDS);
        _assertNone(Card.class);

        start(aWorkingPlugin(id));
        roundtripsUntil(() -> !_find(Card.class).isEmpty());

        switchOff();
        roundtripsUntil(() -> _find(Card.class).isEmpty());
    }
}
