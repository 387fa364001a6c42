package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.host.plugins.NodeProcess.Death;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A portal that is killed while it tries another version of a plugin. */
class UpgradeCrashTest extends LifeCycleCrashTest {

    private static final List<LifeCycleStep> OF_AN_UPGRADE = List.of(
            LifeCycleStep.CLAIMED,
            LifeCycleStep.STAGED,
            LifeCycleStep.QUIESCED,
            LifeCycleStep.STOPPED,
            LifeCycleStep.LOADED,
            LifeCycleStep.STARTED,
            LifeCycleStep.CHECKED,
            LifeCycleStep.REGISTERED,
            LifeCycleStep.KEPT,
            LifeCycleStep.SERVING);

    @Test
    void oneOfTheTwoVersionsServesWithItsTablesAfterADeathAtAnyStepOfAnUpgrade() throws Exception {
        for (LifeCycleStep step : OF_AN_UPGRADE) {
            upgrades("up-" + step.name().toLowerCase(), step);
        }
    }

    private void upgrades(String id, LifeCycleStep step) throws Exception {
        assertThat(node.tell("install", jar(id, "1.0.0", ""))).isEqualTo("done");
        awaitState(id, "1.0.0");

        dieAndRestart(new Death(id, step), "install", jar(id, "2.0.0", "update thing set name = 'new'"));

        boolean kept = step == LifeCycleStep.KEPT || step == LifeCycleStep.SERVING;
        awaitState(id, kept ? "2.0.0" : "1.0.0");
        assertThat(installed(id)).as(step.name()).isEqualTo(kept ? "2.0.0" : "1.0.0");
        assertThat(rows(id)).as(step.name()).isEqualTo(kept ? "new" : "old");
        assertThat(one("select candidate_phase from portal.plugin where candidate_phase is not null and id = '" + id + "'"))
                .as(step.name())
                .isEqualTo(kept ? Optional.empty() : Optional.of("FAILED"));
        assertThat(events(id)).as(step.name()).contains(kept ? "upgraded" : "upgrade-failed");
        assertThat(node.tell("route", id + "/things")).isEqualTo("true");
    }

    private String installed(String id) {
        return one("""
                        select version from portal.plugin join portal.plugin_package package
                            on package.plugin_id = plugin.id and package.sha256 = plugin.sha256 where id = '%s'
                        """.formatted(id))
                .orElse("");
    }
}
