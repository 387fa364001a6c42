package dev.portico.demo.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import dev.portico.demo.DemoSettings;
import dev.portico.demo.fixtures.Card;
import dev.portico.demo.fixtures.InstallDialog;
import dev.portico.demo.fixtures.PluginJar;
import dev.portico.demo.fixtures.PluginSwitch;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.Visitor;
import dev.portico.demo.memory.JavaProcess;
import dev.portico.demo.memory.PluginLoaders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Figures of plugins at run time, in one portal with the embedded database and its plugins. Runs by
 * {@code ./mvnw -Pbench} only.
 *
 * <p><b>From the click to the card</b>: one browser presses Enable at Settings, Plugins; another one stands on
 * Settings, Integrations. Measured from the click to the first frame that shows the card there, both by the browsers'
 * own clock. Floor: reloading that page while the plugin runs, from the navigation to the first frame with the card.
 *
 * <p><b>A cycle</b>: the wish to enable until the plugin has started, and the wish to disable until it has stopped, by
 * the times in the portal's own history; waiting in between is not in it. What the portal does in that time: checks the
 * package and its signature, gives it a schema and migrates, a Spring context, a health check, schedules, screens,
 * navigation, and takes all of it back. Floor: PF4J alone loads, starts and unloads the same jar in this process.
 *
 * <p><b>Memory</b>: all objects that are alive, after a full collection, and the used metaspace of the portal with the
 * plugin enabled and its card shown, less that without it; medians. Before each measurement the class
 * loaders of plugins that have gone were collected; soft references are cleared at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsBenchmark {

    /** Loaders that stay all the time: the one of the other plugin. */
    private static final int OTHERS = 1;

    /** Time that collectors have for what a plugin leaves. */
    private static final Duration COLLECTED = Duration.ofSeconds(60);

    private static final int ROUNDS = 10;
    private static final int WARM_UP = 3;
    private static final int MEMORY_ROUNDS = 5;
    private static final double PATIENCE = 60_000;

    private RunningPortal portal;
    private JavaProcess memory;
    private PluginLoaders loaders;
    private Visitor admin;
    private Visitor viewer;

    @BeforeAll
    void install() {
        portal = RunningPortal.own("S", "-XX:SoftRefLRUPolicyMSPerMB=0");
        memory = new JavaProcess(portal.installation().processes().portal().running().pid());
        loaders = new PluginLoaders(memory);
        admin = portal.admin();
        viewer = portal.admin();
        new InstallDialog(admin).open().choose(PluginJar.example()).awaitReview().confirm();
        new PluginSwitch(admin, "Example").awaitState("Started");
    }

    @AfterAll
    void end() throws IOException {
        portal.close();
        Report.RUN.write();
    }

    @Test
    void example() {
        measure("Example", "example", DemoSettings.fromSystemProperties().exampleJar());
    }

    @Test
    void pax8() {
        measure("Pax8", "pax8", DemoSettings.fromSystemProperties().pluginJar());
    }

    private void measure(String name, String id, Path jar) {
        PluginSwitch plugin = new PluginSwitch(admin, name).open();
        CardWatch watch = new CardWatch(viewer, name);
        viewer.open("/settings/integrations");
        CardWatch.noteClicks(admin);
        List<Double> clicks = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            disable(plugin, name);
            watch.begin();
            plugin.enable();
            double seconds = watch.secondsSinceTheClick(admin);
            if (round >= 0) {
                clicks.add(seconds);
            }
        }
        List<Double> cycles = cycles(id);
        List<Double> reloads = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double seconds = watch.secondsOfAReload();
            viewer.settle();
            if (round >= 0) {
                reloads.add(seconds);
            }
        }
        Report.RUN.plugin("Click on Enable until the card is in another window: " + name, clicks, reloads);
        Pf4jAlone.cycles(jar, WARM_UP);
        Report.RUN.plugin("One cycle, enable and disable: " + name, cycles, Pf4jAlone.cycles(jar, ROUNDS));
        memory(plugin, name);
    }

    private void disable(PluginSwitch plugin, String name) {
        plugin.disable();
        assertThat(new Card(viewer, name).all()).hasCount(0, new HasCountOptions().setTimeout(PATIENCE));
    }

    /** The newest cycles: each from both wishes to what came of them. */
    private List<Double> cycles(String id) {
        return portal.installation().database()
                .rows(
                        """
                        select extract(epoch from (e.done - e.at) + (d.done - d.at))::float8 as seconds from
                            (select id, at, (select min(s.at) from portal.plugin_event s
                                where s.plugin_id = w.plugin_id and s.kind = 'started' and s.id > w.id) as done
                             from portal.plugin_event w where plugin_id = ? and kind = 'enabled') e
                        cross join lateral
                            (select at, (select min(s.at) from portal.plugin_event s
                                where s.plugin_id = w.plugin_id and s.kind = 'stopped' and s.id > w.id) as done
                             from portal.plugin_event w where plugin_id = ? and kind = 'disabled' and w.id < e.id
                             order by id desc limit 1) d
                        order by e.id desc limit ?
                        """,
                        id, id, ROUNDS)
                .stream()
                .map(row -> ((Number) row.get("seconds")).doubleValue())
                .toList();
    }

    private void memory(PluginSwitch plugin, String name) {
        List<Long> heap = new ArrayList<>();
        List<Long> metaspace = new ArrayList<>();
        for (int round = 0; round < MEMORY_ROUNDS; round++) {
            disable(plugin, name);
            lookAgain(plugin);
            loaders.awaitAtMost(OTHERS, COLLECTED);
            long heapWithout = memory.liveBytes();
            long metaspaceWithout = memory.usedMetaspace();
            plugin.enable();
            lookAgain(plugin);
            assertThat(new Card(viewer, name).all()).isVisible();
            loaders.awaitAtMost(OTHERS + 1, COLLECTED);
            heap.add(memory.liveBytes() - heapWithout);
            metaspace.add(memory.usedMetaspace() - metaspaceWithout);
        }
        Report.RUN.memory(name, heap, metaspace);
    }

    /** why: pages that were open while a plugin went keep some of it until they are left. */
    private void lookAgain(PluginSwitch plugin) {
        viewer.reload();
        plugin.open();
    }
}
