package dev.portico.host.plugins;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import dev.portico.api.host.Jobs;
import dev.portico.host.WholePortalTest;
import dev.portico.host.jobs.PluginJobs;
import dev.portico.host.plugins.PluginStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Plugins of whole portals whose patience with plugins is short. */
@TestPropertySource(properties = {
    "portico.plugins.start-limit=8s",
    "portico.plugins.quiesce-limit=2s",
    "portico.plugins.stop-limit=3s",
    "jobrunr.background-job-server.worker-count=8"
})
abstract class LifeCycleTest extends WholePortalTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final String id = newId();

    @Autowired
    Packages packages;

    @Autowired
    PackageStore stored;

    @Autowired
    PluginStore store;

    @Autowired
    PluginRuntime runtime;

    @Autowired
    PluginHistory history;

    @Autowired
    PluginJobs jobs;

    @Autowired
    JdbcClient jdbc;

    /** why of the class: a run that is left behind looks there for a moment longer than its test lasts. */
    @TempDir
    static Path gates;

    /** A file that runs of test plugins wait for. */
    Path gate;

    String newId() {
        return "life" + NUMBER.incrementAndGet();
    }

    @BeforeEach
    void closeGate() throws IOException {
        gate = Files.createTempDirectory(gates, "gate").resolve("open");
    }

    @AfterEach
    void removeAll() throws IOException {
        openGate();
        jdbc.sql("delete from portal.plugin").update();
        jdbc.sql("delete from portal.plugin_package").update();
        await().atMost(Duration.ofSeconds(30)).until(() -> runtime.running().isEmpty());
    }

    final void openGate() throws IOException {
        if (!Files.exists(gate)) {
            Files.createFile(gate);
        }
    }

    /** Version 1 with a row in its table. */
    final PluginJarBuilder firstVersion() {
        return PluginJarBuilder.aWorkingPlugin(id)
                .replacing("things of", "old things of")
                .file("META-INF/portico/migrations/V1__thing.sql", """
                        create table thing (id int primary key, name text not null);
                        insert into thing values (1, 'old');
                        """);
    }

    /** Version 2, which changes table and row. */
    final PluginJarBuilder secondVersion() {
        return firstVersion()
                .version("2.0.0")
                .replacing("old things of", "new things of")
                .file("META-INF/portico/migrations/V2__more.sql", """
                        alter table thing add column size int not null default 7;
                        update thing set name = 'new';
                        """);
    }

    final void install(PluginJarBuilder plugin) {
        packages.take(packages.look(plugin.signed().build()), "test");
    }

    /** Keeps a package as if it had passed every check when it was uploaded. */
    final PluginCode keep(PluginJarBuilder plugin) {
        byte[] jar = plugin.signed().build();
        PluginCode code = plugin.code(jar);
        stored.save(code, jar, "test", Brings.unknown(id), "test");
        return code;
    }

    /** Offers a version that passed every check when it was uploaded. */
    final PluginCode offer(PluginJarBuilder plugin) {
        PluginCode code = keep(plugin);
        packages.offer(store.find(id).orElseThrow(), code, "test");
        return code;
    }

    final PluginStatus becomes(State state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> runtime.statuses().stream()
                                .filter(status -> status.id().equals(id) && status.state() == state)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    final void startedWith(String version) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runtime.statuses().stream()
                        .anyMatch(it -> it.id().equals(id)
                                && it.state() == State.STARTED
                                && it.version().equals(version)));
    }

    final InstalledPlugin.Candidate candidateFails() {
        return await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> store.find(id)
                                .flatMap(InstalledPlugin::candidate)
                                .filter(it -> it.phase() == PluginOverview.Phase.FAILED),
                        Optional::isPresent)
                .orElseThrow();
    }

    final void gone() {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> store.find(id).isEmpty() && runtime.find(id).isEmpty());
    }

    /** What the plugin's screen shows. */
    final String screen() throws Exception {
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");
        return _get(Span.class, spec -> spec.withPredicate(it -> it.getText().contains("things of")))
                .getText();
    }

    final List<String> events() {
        return history.newest(id, 100).reversed().stream().map(PluginEvent::kind).toList();
    }

    final List<Jobs.Schedule> schedules() {
        return jobs.forPlugin(id).schedules();
    }

    final long recurring() {
        return count("jobs.jobrunr_recurring_jobs where id like '" + id + ".%'");
    }

    final long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    /** Everything in the plugin's schema: columns, rows and the migrations that were made. */
    final List<String> tables() {
        return List.of(
                text("""
                        select string_agg(concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default),
                            '; ' order by table_name, ordinal_position)
                        from information_schema.columns where table_schema = '%s'"""),
                text("select string_agg(thing::text, '; ' order by id) from %s.thing"),
                text("""
                        select string_agg(concat_ws(' ', installed_rank, version, checksum, installed_on, success), '; '
                            order by installed_rank) from %s.flyway_schema_history"""));
    }

    private String text(String sql) {
        return jdbc.sql(sql.formatted(id)).query(String.class).single();
    }

    /** Source of a job that goes on until the gate opens. */
    final String untilTheGateOpens() {
        return "while (!new java.io.File(\"" + gate + "\").exists()) { try { Thread.sleep(50); }"
                + " catch (InterruptedException e) { } }";
    }

    final String runOf(String job) {
        jobs.forPlugin(id).start(job);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> state(job), "RUNNING"::equals);
    }

    final String state(String job) {
        return jdbc.sql("select state from portal.job_run where plugin_id = :id and job_id = :job"
                        + " order by requested_at desc limit 1")
                .param("id", id)
                .param("job", job)
                .query(String.class)
                .optional()
                .orElse("none");
    }
}
