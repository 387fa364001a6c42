package dev.portico.host.plugins;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.host.WholePortalTest;
import dev.portico.host.plugins.unload.UnloadWatch;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cards of plugins that do what they should not. */
class OddCardTest extends WholePortalTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String id = "odd" + NUMBER.incrementAndGet();

    @Autowired
    private Packages packages;

    @Autowired
    private PluginRuntime runtime;

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void remove() {
        System.setProperty("end-" + id, "true");
        jdbc.sql("delete from portal.plugin").update();
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.running().isEmpty());
        System.clearProperty("end-" + id);
    }

    private void start(String card) {
        packages.take(packages.look(aWorkingPlugin(id).replacing("/*card*/", card).signed().build()), "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.find(id).isPresent());
    }

    private List<String> texts() {
        return _find(Paragraph.class).stream().map(Paragraph::getText).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "if (true) return null;                                            | The card has no status",
        "if (true) return new CardStatus(null, \"\", Optional.empty(), Optional.empty());  | The card has no state",
        "if (true) return new CardStatus(ConnectionState.CONNECTED, null, Optional.empty(), Optional.empty()); | The card has no line",
        "if (true) return new CardStatus(ConnectionState.CONNECTED, \"\", null, Optional.empty()); | The card has no problem",
        "if (true) return new CardStatus(ConnectionState.CONNECTED, \"\", Optional.empty(), Optional.of(new Link(\"l\", null))); | The card has no path",
        "if (true) throw new StackOverflowError();                         | StackOverflowError",
        "if (true) throw new RuntimeException() { public String getMessage() { throw this; } }; | does not answer"
    })
    void thatLeavesSomethingOutIsRed(String trouble, String told) throws Exception {
        start(trouble);
        signInAdmin();

        UI.getCurrent().navigate("settings/integrations");

        assertThat(_get(Badge.class).getText()).isEqualTo("Needs attention");
        assertThat(texts()).anyMatch(text -> text.contains(told));
    }

    @Test
    void withAnEndlessLineIsCut() throws Exception {
        start("if (true) return new CardStatus(ConnectionState.CONNECTED, \"x\".repeat(1000000), Optional.empty(), Optional.empty());");
        signInAdmin();

        UI.getCurrent().navigate("settings/integrations");

        assertThat(_get(Badge.class).getText()).isEqualTo("Connected");
        assertThat(texts()).anyMatch(text -> text.endsWith("x…") && text.length() == 300);
    }

    @Test
    void thatHangsHoldsThePageOnceAndLeavesNoMetricsBehind() throws Exception {
        start("while (!Boolean.getBoolean(\"end-" + id + "\")) { Thread.interrupted(); java.util.concurrent.locks.LockSupport.parkNanos(5000000); }");
        signInAdmin();
        UI.getCurrent().navigate("settings/integrations");
        assertThat(_get(Badge.class).getText()).isEqualTo("Needs attention");
        assertThat(runtime.find(id).orElseThrow().abandonedCalls()).isOne();

        UI.getCurrent().navigate("");
        long start = System.nanoTime();
        UI.getCurrent().navigate("settings/integrations");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(texts()).anyMatch(text -> text.contains("asked again"));
        assertThat(registry.find("portico.plugin.calls").tag("plugin", id).timers()).isNotEmpty();

        jdbc.sql("delete from portal.plugin").update();

        // why without one: while the card hangs, its code is still in memory, and that metric says so
        await().atMost(Duration.ofSeconds(20))
                .until(() -> registry.getMeters().stream()
                        .map(Meter::getId)
                        .filter(meter -> !meter.getName().equals(UnloadWatch.LINGERING))
                        .noneMatch(meter -> id.equals(meter.getTag("plugin"))));
    }
}
