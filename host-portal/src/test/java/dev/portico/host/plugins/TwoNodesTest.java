package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.host.database.TestDatabase;
import dev.portico.host.plugins.NodeProcess.Death;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two portals on one database: what is decided on one happens on both. */
class TwoNodesTest {

    private static final Logger log = LoggerFactory.getLogger(TwoNodesTest.class);
    private static final Duration SEEN = Duration.ofSeconds(5);
    private static final String ID = "shared";
    private static final String PAGE = ID + "/things";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final List<NodeProcess> nodes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (NodeProcess node : nodes) {
            node.kill();
        }
    }

    private NodeProcess start(String name) throws Exception {
        NodeProcess node = NodeProcess.start(database, folder.resolve(name), List.of());
        nodes.add(node);
        assertThat(node.awaitReady()).isTrue();
        return node;
    }

    private String jar(String version, String... migrations) throws Exception {
        PluginJarBuilder jar = PluginJarBuilder.aWorkingPlugin(ID).version(version);
        for (int i = 0; i < migrations.length; i++) {
            jar.file("META-INF/portico/migrations/V" + (i + 2) + "__more.sql", migrations[i]);
        }
        Path file = folder.resolve(version + ".jar");
        Files.write(file, jar.signed().build());
        return file.toString();
    }

    private List<String> states() {
        return jdbc.sql("select version || ' ' || state from portal.plugin_state where plugin_id = :id")
                .param("id", ID)
                .query(String.class)
                .list();
    }

    private List<String> migrations() {
        return jdbc.sql("select version from " + ID + ".flyway_schema_history where version is not null order by installed_rank")
                .query(String.class)
                .list();
    }

    private long recurring() {
        return jdbc.sql("select count(*) from jobs.jobrunr_recurring_jobs where id like :id || '.%'")
                .param("id", ID)
                .query(Long.class)
                .single();
    }

    /** Waits until all nodes are there, counted from the answer to the command, which comes after its commit. */
    private void seen(String what, Duration limit, Callable<Boolean> done) {
        long start = System.nanoTime();
        await().atMost(limit).pollInterval(Duration.ofMillis(50)).until(done);
        log.info("{} was seen everywhere after {}", what, Duration.ofNanos(System.nanoTime() - start));
    }

    private boolean everywhere(List<NodeProcess> nodes, String state, boolean page) throws Exception {
        if (!states().equals(state.isEmpty() ? List.of() : nodes.stream().map(it -> state).toList())) {
            return false;
        }
        for (NodeProcess node : nodes) {
            if (!Boolean.toString(page).equals(node.tell("route", PAGE))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void whatIsDecidedOnOneNodeHappensOnBothWithinSeconds() throws Exception {
        long start = System.nanoTime();
        NodeProcess first = start("first");
        NodeProcess second = start("second");
        List<NodeProcess> both = List.of(first, second);

        first.tell("install", jar("1.0.0"));
        // why longer: it is the first use of most classes on both nodes
        seen("An installation", Duration.ofSeconds(30), () -> everywhere(both, "1.0.0 STARTED", true));
        second.tell("disable", ID);
        seen("Disabling", SEEN, () -> everywhere(both, "1.0.0 DISABLED", false));
        assertThat(recurring()).isZero();
        first.tell("enable", ID);
        seen("Enabling", SEEN, () -> everywhere(both, "1.0.0 STARTED", true));
        first.tell("install", jar("2.0.0", "alter table thing add column size int"));
        seen("An upgrade", SEEN, () -> everywhere(both, "2.0.0 STARTED", true));
        assertThat(migrations()).containsExactly("1", "2");
        assertThat(recurring()).as("the schedule outlives the change on the second node").isEqualTo(1);

        second.kill();
        first.tell("install", jar("3.0.0", "alter table thing add column size int", "alter table thing add column more int"));
        await().atMost(Duration.ofSeconds(20)).until(() -> states().contains("3.0.0 STARTED"));
        NodeProcess again = start("second");
        List<NodeProcess> afterwards = List.of(first, again);
        seen("What a killed node had missed", SEEN, () -> everywhere(afterwards, "3.0.0 STARTED", true));
        NodeProcess third = start("third");
        List<NodeProcess> three = List.of(first, again, third);
        seen("Everything by a node that joins", SEEN, () -> everywhere(three, "3.0.0 STARTED", true));
        assertThat(migrations()).containsExactly("1", "2", "3");
        assertThat(recurring()).isEqualTo(1);

        third.tell("remove", ID, "data");
        seen("A removal", SEEN, () -> everywhere(three, "", false));
        assertThat(jdbc.sql("select count(*) from information_schema.schemata where schema_name = :id")
                        .param("id", ID)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(recurring()).isZero();
        log.info("Two nodes took {}", Duration.ofNanos(System.nanoTime() - start));
    }

    @Test
    void aNodeThatIsKilledInTheMiddleOfAnUpgradeDoesNotKeepTheOtherFromGoingOn() throws Exception {
        NodeProcess first = start("first");
        first.tell("install", jar("1.0.0"));
        await().atMost(Duration.ofSeconds(20)).until(() -> everywhere(List.of(first), "1.0.0 STARTED", true));
        // why armed before it starts: either node may claim the upgrade, so the other one is not there yet
        first.tell("death", new Death(ID, LifeCycleStep.REGISTERED).setting());
        first.tell("install", jar("2.0.0", "alter table thing add column size int"));
        first.awaitDeath();
        NodeProcess second = start("second");

        assertThat(second.tell("route", PAGE)).isEqualTo("true");
        await().atMost(NodeStates.SILENCE.plus(SEEN)).until(() -> phase().equals("FAILED"));
        assertThat(migrations()).containsExactly("1");
        second.tell("install", jar("2.0.1", "alter table thing add column size int"));
        await().atMost(Duration.ofSeconds(20)).until(() -> states().contains("2.0.1 STARTED"));

        assertThat(migrations()).containsExactly("1", "2");
    }

    private String phase() {
        return jdbc.sql("select coalesce(candidate_phase, '') from portal.plugin where id = :id")
                .param("id", ID)
                .query(String.class)
                .single();
    }
}
