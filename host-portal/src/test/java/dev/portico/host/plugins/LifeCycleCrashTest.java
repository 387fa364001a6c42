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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A portal that is killed after each step in the life of a plugin. The restart after one death is the start for the
 * next, which happens to another plugin, so that each costs one start.
 */
abstract class LifeCycleCrashTest {

    private static final Logger log = LoggerFactory.getLogger(LifeCycleCrashTest.class);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    NodeProcess node;
    private long begun;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(folder);
        begun = System.nanoTime();
        restart();
    }

    @AfterEach
    void end() throws InterruptedException {
        node.kill();
        log.info("The deaths took {}", Duration.ofNanos(System.nanoTime() - begun));
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

    final String jar(String id, String version, String migration) throws Exception {
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

    final Optional<String> one(String sql) {
        return jdbc.sql(sql).query(String.class).optional();
    }

    final void awaitState(String id, String version) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        one("select version || ' ' || state from portal.plugin_state where plugin_id = '" + id + "'"))
                .contains(version + " STARTED"));
    }

    final List<String> events(String id) {
        return jdbc.sql("select kind from portal.plugin_event where plugin_id = :id order by id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Lets the node die at a step of what it is told, and comes back. */
    final void dieAndRestart(Death death, String... command) throws Exception {
        node.tell("death", death.setting());
        String answer = node.tell(command);
        assertThat(answer).as(death.toString()).isIn("done", null);
        node.awaitDeath();
        restart();
    }

    final String rows(String id) {
        return String.join(",", jdbc.sql("select name from " + schema(id) + ".thing")
                .query(String.class)
                .list());
    }

    static String schema(String id) {
        return id.replace('-', '_');
    }
}
