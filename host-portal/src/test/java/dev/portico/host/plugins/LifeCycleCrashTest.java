package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.host.database.TestDatabase;
import dev.portico.host.plugins.NodeProcess.Death;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A portal that is killed after each step in the life of a plugin. The restart after one death is the start for the
 * next, which happens to another plugin, so that each costs one start.
 */
class LifeCycleCrashTest {

    private static final Logger log = LoggerFactory.getLogger(LifeCycleCrashTest.class);

    private static final List<LifeCycleStep> OF_A_START = List.of(
            LifeCycleStep.INSTALLED,
            LifeCycleStep.LOADED,
            LifeCycleStep.STARTED,
            LifeCycleStep.CHECKED,
            LifeCycleStep.REGISTERED,
            LifeCycleStep.KEPT,
            LifeCycleStep.SERVING);
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
    private static final List<LifeCycleStep> OF_A_REMOVAL =
            List.of(LifeCycleStep.STOPPED, LifeCycleStep.DELETING, LifeCycleStep.REMOVED);

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private NodeProcess node;

    @AfterEach
    void end() throws InterruptedException {
        node.kill();
    }

    private void restart() throws Exception {
        node = NodeProcess.start(database, folder.resolve("node"), List.of());
        assertThat(node.awaitReady()).withFailMessage(() -> printed()).isTrue();
    }

    private String printed() {
        try {
            return node.printed();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String jar(String id, String version, String migration) throws Exception {
        PluginJarBuilder jar = PluginJarBuilder.aWorkingPlugin(id)
                .version(version)
                .file("META-INF/portico/migrations/V1__thing.sql", "create table thing (name text); insert into thing values ('old');");
        if (!migration.isEmpty()) {
            jar.file("META-INF/portico/migrations/V2__more.sql", migration);
        }
        Path file = folder.resolve(id + "-" + version + ".jar");
        Files.write(file, jar.signed().build());
        return file.toString();
    }

    private Optional<String> one(String sql) {
        return jdbc.sql(sql).query(String.class).optional();
    }

    private void awaitState(String id, String version) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        one("select version || ' ' || state from portal.plugin_state where plugin_id = '" + id + "'"))
                .contains(version + " STARTED"));
    }

    private List<String> events(String id) {
        return jdbc.sql("select kind from portal.plugin_event where plugin_id = :id order by id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private String installed(String id) {
        return one("""
                        select version from portal.plugin join portal.plugin_package package
                            on package.plugin_id = plugin.id and package.sha256 = plugin.sha256 where id = '%s'
                        """.formatted(id))
                .orElse("");
    }

    /** Lets the node die at a step of what it is told, and comes back. */
    private void dieAndRestart(Death death, String... command) throws Exception {
        node.tell("death", death.setting());
        String answer = node.tell(command);
        assertThat(answer).as(death.toString()).isIn("done", null);
        node.awaitDeath();
        restart();
    }

    @Test
    void aPortalThatIsKilledAtAnyStepComesBackWithOneOfTheTwoEnds() throws Exception {
        long start = System.nanoTime();
        Files.createDirectories(folder);
        restart();
        for (LifeCycleStep step : OF_A_START) {
            installs("in-" + step.name().toLowerCase(), step);
        }
        for (LifeCycleStep step : OF_AN_UPGRADE) {
            upgrades("up-" + step.name().toLowerCase(), step);
        }
        for (LifeCycleStep step : OF_A_REMOVAL) {
            removes("re-" + step.name().toLowerCase(), step);
        }
        log.info("{} deaths took {}", OF_A_START.size() + OF_AN_UPGRADE.size() + OF_A_REMOVAL.size(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** It is wanted since its package stands in the database, so it runs after the restart. */
    private void installs(String id, LifeCycleStep step) throws Exception {
        dieAndRestart(new Death(id, step), "install", jar(id, "1.0.0", ""));

        awaitState(id, "1.0.0");
        assertThat(rows(id)).isEqualTo("old");
        assertThat(events(id)).startsWith("installed").endsWith("started");
        assertThat(node.tell("route", id + "/things")).isEqualTo("true");
    }

    private String rows(String id) {
        return String.join(",", jdbc.sql("select name from " + schema(id) + ".thing")
                .query(String.class)
                .list());
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

    private static String schema(String id) {
        return id.replace('-', '_');
    }
}
