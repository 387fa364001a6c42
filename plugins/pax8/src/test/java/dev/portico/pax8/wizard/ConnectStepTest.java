package dev.portico.pax8.wizard;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.PermissionDenied;
import dev.portico.api.screen.WizardStep.Page;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectStepTest {

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
    void leadsToPax8WhenNobodyHasConnected() {
        Page page = open();
        assertThat(page.obstacle()).contains("Connect to Pax8 first");
        assertThat(_get(Details.class).isOpened()).isFalse();
        _click(_get(Button.class, spec -> spec.withText("Connect to Pax8")));
        assertThat(visit.leadTo).isEqualTo("/connect/pax8");
    }

    @Test
    void offersOwnCredentialsWhenThePortalHasNoClientAtPax8() {
        visit.connectAddress = Optional.empty();
        open();
        _assertNone(Button.class, spec -> spec.withText("Connect to Pax8"));
        assertThat(_get(Details.class).isOpened()).isTrue();
    }

    @Test
    void saysWhatHappenedAndWhatToDoWhenItFailed() {
        visit.parameters.put("problem", "denied");
        open();
        assertThat(text()).contains("The connection was not approved at Pax8.");
        assertThat(_find(ListItem.class)).hasSize(3);
    }

    @Test
    void takesAnUnknownProblemForAFailureWithoutAName() {
        visit.parameters.put("problem", "<script>");
        open();
        assertThat(text()).contains("The connection failed.").doesNotContain("<script>");
    }

    @Test
    void triesOwnCredentialsAndKeepsThemOnlyIfTheyWork() {
        Page page = open();
        _click(_get(Button.class, spec -> spec.withText("Test and connect")));
        assertThat(text()).contains("Enter the client ID and the client secret.");
        _setValue(_get(TextField.class), "my-id");
        _setValue(_get(PasswordField.class), "wrong-secret");
        _click(_get(Button.class, spec -> spec.withText("Test and connect")));
        assertThat(text()).contains("Pax8 does not accept these API credentials");
        assertThat(plugin.host.vault).isEmpty();
        assertThat(_get(PasswordField.class).getValue()).isEmpty();
        _setValue(_get(PasswordField.class), "good-secret");
        _click(_get(Button.class, spec -> spec.withText("Test and connect")));
        assertThat(page.obstacle()).isEmpty();
        assertThat(plugin.host.vault).containsKey("api-client-secret");
        assertThat(text()).contains("With your own API credentials");
        assertThat(visit.redraws).isPositive();
    }

    @Test
    void confirmsTheConnectionWithAccountPersonAndDate() {
        plugin.connect();
        Page page = open();
        assertThat(page.obstacle()).isEmpty();
        assertThat(visit.subtitle)
                .isEqualTo("Signed in to Pax8 as Reyes IT Services · connection valid until May 30, 2026");
        assertThat(text()).contains("Connected just now by admin@example.com");
        _assertOne(Button.class, spec -> spec.withText("Connect again"));
    }

    @Test
    void disconnectsAfterAQuestion() {
        plugin.connect();
        Page page = open();
        _click(_get(Button.class, spec -> spec.withText("Disconnect")));
        assertThat(page.obstacle()).isEmpty();
        assertThat(visit.questions).singleElement().asString().contains("mappings and history stay");
        visit.answerYes();
        assertThat(page.obstacle()).isPresent();
        assertThat(plugin.portal.paused).isTrue();
    }

    @Test
    void wantsAnotherAccountConfirmed() {
        plugin.connect();
        plugin.jdbc.sql("update connection set state = 'ACCOUNT_UNCONFIRMED', new_account = 'Other MSP'").update();
        Page page = open();
        assertThat(page.obstacle()).isPresent();
        assertThat(text()).contains("Reyes IT Services", "Other MSP");
        _click(_get(Button.class, spec -> spec.withText("Use the new account")));
        visit.answerYes();
        assertThat(page.obstacle()).isEmpty();
    }

    @Test
    void asksToConnectAgainWhenPax8RefusesTheCredentials() {
        plugin.connect();
        plugin.jdbc.sql("update connection set state = 'RECONNECT_NEEDED', reason = 'Pax8 ended the approval.'").update();
        assertThat(open().obstacle()).isPresent();
        assertThat(text()).contains("Pax8 ended the approval.", "mappings and history stay");
        _assertOne(Button.class, spec -> spec.withText("Connect to Pax8"));
    }

    @Test
    void isClosedToUsersWhoMayNotManage() {
        plugin.portal.permissions.remove("manage_licensing");
        assertThatThrownBy(this::open).isInstanceOf(PermissionDenied.class);
    }

    private Page open() {
        Page page = plugin.bean(ConnectStep.class).open(visit);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(page.content());
        return page;
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
