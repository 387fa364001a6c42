package dev.portico.host.plugins.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.host.security.Acting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on which all plugins are. */
class PluginListTest extends PluginScreensUnderTest {

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
    void whoMayNotManagePluginsSeesNeitherPage() throws Exception {
        install(aWorkingPlugin(id));
        signInStaff("read_companies");
        for (String path : List.of("settings/plugins", "settings/plugins/" + id)) {
            UI.getCurrent().navigate(path);
            assertThat(_get(H2.class).getText()).as(path).isEqualTo("No access");
        }
    }
}
