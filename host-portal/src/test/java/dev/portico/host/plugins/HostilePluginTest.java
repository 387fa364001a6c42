package dev.portico.host.plugins;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.PrettyPrintTreeKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.portico.host.Portal;
import dev.portico.host.integrations.IntegrationMenu;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.plugins.PortalVisitor.Visit;
import dev.portico.host.security.Acting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever a plugin does, the pages of the portal answer in their usual time, what went wrong is told where it belongs,
 * and the plugin can be removed from whatever state it is in.
 */
@SpringBootTest(classes = Portal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {
    "portico.plugins.call-limit=2s",
    "portico.plugins.card-limit=500ms",
    "portico.plugins.start-limit=8s",
    "portico.plugins.stop-limit=3s",
    "portico.plugins.quiesce-limit=2s",
    "jobrunr.jobs.default-number-of-retries=0"
})
abstract class HostilePluginTest extends LifeCycleTest {

    private static final Map<String, String> PAGES = Map.of(
            "", "Overview",
            "companies", "The clients you serve",
            "settings/integrations", "Connect the systems",
            "settings/plugins", "What the portal can do is brought by plugins",
            "jobs", "What runs in the background");

    private static final String PASSWORD = "a long test password";
    private static final int VISITORS = 3;
    private static final Duration FLOOR = Duration.ofSeconds(1);

    private static final List<PortalVisitor> VISITING = new ArrayList<>();
    private static final Map<String, Duration> USUAL = new HashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    PluginAdministration administration;

    final ExecutorService others = Executors.newCachedThreadPool();

    /** why: the portal may have rested since the class before, and then knows its visitors no more. */
    @BeforeAll
    static void forgetTheVisitorsOfTheClassBefore() {
        VISITING.clear();
    }

    @BeforeEach
    void measureWhatIsUsual() throws Exception {
        HostilePlugin.reset();
        if (!VISITING.isEmpty()) {
            return;
        }
        for (int number = 0; number < VISITORS; number++) {
            VISITING.add(visitor());
        }
        for (int round = 0; round < 3; round++) {
            visits(List.copyOf(PAGES.keySet()));
        }
        PAGES.keySet().forEach(path -> {
            List<Duration> times = Stream.of(visits(List.of(path)), visits(List.of(path)), visits(List.of(path)))
                    .flatMap(List::stream)
                    .map(Visit::took)
                    .sorted()
                    .toList();
            USUAL.put(path, times.get(times.size() / 2));
        });
    }

    @AfterEach
    void endWhatHangs() {
        HostilePlugin.end();
        others.close();
    }

    final PortalVisitor visitor() throws Exception {
        return new PortalVisitor(port, signInAdmin(), PASSWORD);
    }

    /** All visitors at once, each one page after the other. */
    final List<Visit> visits(List<String> paths) {
        List<CompletableFuture<List<Visit>>> asked = VISITING.stream()
                .map(visitor -> CompletableFuture.supplyAsync(
                        () -> paths.stream().map(visitor::visit).toList(), others))
                .toList();
        return asked.stream().flatMap(it -> it.join().stream()).toList();
    }

    final void everyPageAnswersAsUsual() {
        everyPageAnswersAsUsual(Duration.ZERO);
    }

    final void everyPageAnswersAsUsual(Duration extraForCards) {
        List<Visit> visits = visits(List.copyOf(PAGES.keySet()));
        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.answers()).as("answers of %s: %s", visit.path(), visit.statuses()).isTrue();
            assertThat(visit.text()).as("page of /%s", visit.path()).contains(PAGES.get(visit.path()));
        });
        visits.stream().filter(visit -> visit.took().compareTo(most(visit, extraForCards)) > 0).forEach(slow -> {
            // why once more: other work of the machine may have been in the way, the plugin still is
            assertThat(visits(List.of(slow.path())))
                    .as("again, because it took %s", slow.took())
                    .allSatisfy(again -> assertThat(again.took())
                            .as("time of /%s, usually %s", again.path(), USUAL.get(again.path()))
                            .isLessThanOrEqualTo(most(again, extraForCards)));
        });
    }

    private static Duration most(Visit visit, Duration extraForCards) {
        Duration most = USUAL.get(visit.path()).multipliedBy(3).plus(FLOOR);
        return visit.path().equals("settings/integrations") ? most.plus(extraForCards) : most;
    }

    @Override
    String newId() {
        return HostilePlugin.ID; // why always the same: nothing of the one before is in the way of the next
    }

    final void install() {
        packages.take(packages.look(HostilePlugin.jar()), "test");
        becomes(State.STARTED);
    }

    /** Puts a package in place that no upload would have let in. */
    final void force(byte[] jar) {
        PluginCode code = HostilePlugin.builder().code(jar);
        stored.save(code, jar, "test", Brings.unknown(id), "test");
        store.install(code.id(), code.sha256());
    }

    final void remove(String plugin) throws Exception {
        Acting.asSystem(() -> {
            administration.remove(plugin, true);
            return true;
        });
    }

    /** Removes the plugin of the test with its data and asserts that nothing is left. */
    final void removes() throws Exception {
        remove(id);
        gone();
        nothingIsLeft();
    }

    final void nothingIsLeft() {
        assertThat(runtime.statuses()).noneMatch(status -> status.id().equals(id));
        assertThat(count("portal.plugin_package where plugin_id = '" + id + "'")).isZero();
        assertThat(count("portal.plugin_kept_data where plugin_id = '" + id + "'")).isZero();
        assertThat(count("information_schema.schemata where schema_name = '" + id + "'")).isZero();
        assertThat(count("portal.job_run where plugin_id = '" + id + "'")).isZero();
        assertThat(recurring()).isZero();
    }

    // ---- what each place shows of trouble in it

    private static List<String> paragraphs() {
        return _find(Paragraph.class).stream().map(Paragraph::getText).toList();
    }

    static void open(String path) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(path);
    }

    final void shows(String place, String told) {
        switch (place) {
            case "card" -> pageSays("settings/integrations", told);
            case "action" -> actionSays(told);
            case "screen" -> pageSays(id + "/things", told);
            case "refresh" -> refreshSays(told);
            case "wizard" -> pageSays("settings/integrations/" + id + "/setup/only", told);
            default -> jobSays("FAILED", told);
        }
    }

    private static void pageSays(String path, String told) {
        open(path);
        assertThat(paragraphs()).as(path).anyMatch(text -> text.contains(told));
    }

    private static void actionSays(String told) {
        open("settings/integrations");
        IntegrationMenu.choose("Act");
        assertThat(_find(Notification.class))
                .extracting(it -> PrettyPrintTreeKt.toPrettyTree(it))
                .anyMatch(text -> text.contains(told));
        _find(Notification.class).forEach(Notification::close);
    }

    private void refreshSays(String told) {
        open(id + "/things");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(paragraphs()).anyMatch(text -> text.contains(told));
        });
    }

    final void jobSays(String state, String told) {
        jobs.forPlugin(id).start("count");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(lastRun()).contains(state, told));
    }

    private String lastRun() {
        return jdbc.sql("select concat_ws(': ', state, message) from portal.job_run where plugin_id = :id"
                        + " order by requested_at desc limit 1")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    final void worksAsUsual() {
        open("settings/integrations");
        assertThat(paragraphs()).contains("fine");
        open(id + "/things");
        _assertOne(Span.class, spec -> spec.withText("things of " + id));
        open("settings/integrations/" + id + "/setup/only");
        _assertOne(Span.class, spec -> spec.withText("step of " + id));
        jobSays("SUCCEEDED", "");
    }
}
