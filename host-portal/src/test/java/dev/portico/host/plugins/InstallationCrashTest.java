package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.host.plugins.NodeProcess.Death;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A portal that is killed while a plugin is installed and starts for the first time. */
class InstallationCrashTest extends LifeCycleCrashTest {

    private static final List<LifeCycleStep> OF_A_START = List.of(
            LifeCycleStep.INSTALLED,
            LifeCycleStep.LOADED,
            LifeCycleStep.STARTED,
            LifeCycleStep.CHECKED,
            LifeCycleStep.REGISTERED,
            LifeCycleStep.KEPT,
            LifeCycleStep.SERVING);

    @Test
    void aPluginThatWasInstalledRunsAfterADeathAtAnyStepOfItsStart() throws Exception {
        for (LifeCycleStep step : OF_A_START) {
            installs("in-" + step.name().toLowerCase(), step);
        }
    }

    /** It is wanted since its package stands in the database, so it runs after the restart. */
    private void installs(String id, LifeCycleStep step) throws Exception {
        dieAndRestart(new Death(id, step), "install", jar(id, "1.0.0", ""));

        awaitState(id, "1.0.0");
        assertThat(rows(id)).isEqualTo("old");
        assertThat(events(id)).startsWith("installed").endsWith("started");
        assertThat(node.tell("route", id + "/things")).isEqualTo("true");
    }
}
