package dev.portico.host.plugins.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import dev.portico.host.security.Acting;
import org.junit.jupiter.api.Test;

/** The page of one plugin. */
class PluginPageTest extends PluginScreensUnderTest {

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
}
