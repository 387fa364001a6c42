package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.host.plugins.HostilePlugin.Trouble;
import dev.portico.host.plugins.PluginStatus.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plugin that throws, whatever it throws and wherever. */
class HostilePluginThrowsTest extends HostilePluginTest {

    @ParameterizedTest
    @EnumSource(names = {
        "EXCEPTION", "RUNTIME_EXCEPTION", "ERROR", "MISSING_CLASS", "STACK_OVERFLOW", "OUT_OF_MEMORY", "NASTY"
    })
    void throwsWhereverItIsCalled(Trouble trouble) throws Exception {
        install();
        signInAdmin();

        for (String place : List.of("action", "screen", "refresh", "wizard", "job", "card")) {
            HostilePlugin.turnHostile(trouble, place);
            shows(place, trouble.told);
            assertThat(HostilePlugin.isInside(place)).as(place).isTrue();
        }
        everyPageAnswersAsUsual();

        HostilePlugin.turnHostile(trouble, "stop");
        removes();
        assertThat(HostilePlugin.isInside("stop")).isTrue();
        everyPageAnswersAsUsual();
    }

    @ParameterizedTest
    @EnumSource(names = {
        "EXCEPTION", "RUNTIME_EXCEPTION", "ERROR", "MISSING_CLASS", "STACK_OVERFLOW", "OUT_OF_MEMORY", "NASTY"
    })
    void throwsWhileItStarts(Trouble trouble) throws Exception {
        for (String place : List.of("constructor", "bean")) {
            HostilePlugin.turnHostile(trouble, place);
            force(HostilePlugin.jar());

            assertThat(becomes(State.FAILED).problem().orElse("")).as(place).contains(trouble.told);
            everyPageAnswersAsUsual();
            removes();
        }
    }

    @Test
    void bringsAMigrationThatIsBroken() throws Exception {
        force(HostilePlugin.builder()
                .file("META-INF/portico/migrations/V2__broken.sql", "create tabel nothing;")
                .build());

        assertThat(becomes(State.FAILED).problem().orElse("")).contains("syntax error");
        everyPageAnswersAsUsual();
        removes();
    }
}
