package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.host.plugins.HostilePlugin.Trouble;
import dev.portico.host.plugins.PluginStatus.State;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that answers null, or lacks what it should declare or bring. */
class HostilePluginAnswersNothingTest extends HostilePluginTest {

    @Test
    void answersNothingWhereverItIsAsked() throws Exception {
        install();
        signInAdmin();

        Map<String, String> told = new LinkedHashMap<>();
        told.put("action", "answer of an action");
        told.put("screen", "answered nothing");
        told.put("wizard", "answered nothing");
        told.put("job", "answered nothing");
        told.put("succeeded", "gave no result");
        told.put("incomplete", "gave no result");
        told.put("failed", "gave no result");
        told.put("cancelled", "gave no result");
        told.put("card", "The card has no status");
        told.forEach((place, text) -> {
            HostilePlugin.turnHostile(Trouble.NOTHING, place);
            shows(place, text);
        });

        everyPageAnswersAsUsual();
        removes();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "profile", "name", "initials", "configuration", "class of its card", "list of permissions", "permission in its list",
        "key of a permission", "list of screens", "path of a screen", "permission of a screen", "group of a screen",
        "list of jobs", "schedule of a job", "list of wizard steps"
    })
    void isRefusedIfItDeclaresNo(String part) {
        HostilePlugin.turnHostile(Trouble.NOTHING, part);

        assertThatThrownBy(() -> packages.look(HostilePlugin.jar()))
                .isInstanceOf(PluginCallFailed.class)
                .hasMessage("The plugin declares no " + part);
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "permission of a screen", "key of a permission", "list of jobs"})
    void doesNotStartIfItDeclaresNo(String part) throws Exception {
        HostilePlugin.turnHostile(Trouble.NOTHING, part);
        force(HostilePlugin.jar());

        assertThat(becomes(State.FAILED).problem()).contains("The plugin declares no " + part);
        everyPageAnswersAsUsual();
        removes();
    }

    @Test
    void doesNotStartIfABeanIsMissing() throws Exception {
        HostilePlugin.turnHostile(Trouble.NOTHING, "bean");
        force(HostilePlugin.jar());

        assertThat(becomes(State.FAILED).problem().orElse("")).contains("Things");
        everyPageAnswersAsUsual();
        removes();
    }

    @Test
    void lacksTheTextsOfItsNavigation() throws Exception {
        force(HostilePlugin.builder()
                .file("META-INF/portico/messages.properties", "screen={0,nonsense}")
                .build());
        becomes(State.STARTED);

        everyPageAnswersAsUsual();
        removes();
    }
}
