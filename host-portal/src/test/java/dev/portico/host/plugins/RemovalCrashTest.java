package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.host.plugins.NodeProcess.Death;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A portal that is killed while it removes a plugin. */
class RemovalCrashTest extends LifeCycleCrashTest {

    private static final List<LifeCycleStep> OF_A_REMOVAL =
            List.of(LifeCycleStep.STOPPED, LifeCycleStep.DELETING, LifeCycleStep.REMOVED);

    @Test
    void aRemovalIsFinishedAfterADeathAtAnyOfItsSteps() throws Exception {
        for (LifeCycleStep step : OF_A_REMOVAL) {
            removes("re-" + step.name().toLowerCase(), step);
        }
    }

    private void removes(String id, LifeCycleStep step) throws Exception {
        assertThat(node.tell("install", jar(id, "1.0.0", ""))).isEqualTo("done");
        awaitState(id, "1.0.0");

        dieAndRestart(new Death(id, step), "remove", id, "data");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(one("select id from portal.plugin where id = '" + id + "'")).isEmpty());
        assertThat(one("select schema_name from information_schema.schemata where schema_name = '" + schema(id) + "'"))
                .isEmpty();
        assertThat(one("select plugin_id from portal.plugin_package where plugin_id = '" + id + "'")).isEmpty();
        assertThat(one("select plugin_id from portal.plugin_state where plugin_id = '" + id + "'")).isEmpty();
        assertThat(one("select id from jobs.jobrunr_recurring_jobs where id like '" + id + ".%'")).isEmpty();
        assertThat(events(id)).containsOnlyOnce("removed").endsWith("removed");
        assertThat(node.tell("route", id + "/things")).isEqualTo("false");
    }
}
