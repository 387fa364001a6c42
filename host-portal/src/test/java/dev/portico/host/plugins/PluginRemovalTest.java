package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.router.RouteConfiguration;
import dev.portico.api.Secret;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.security.Acting;
import dev.portico.host.security.Permission;
import dev.portico.host.security.PermissionRegistry;
import dev.portico.host.security.people.UserService;
import dev.portico.host.vault.VaultService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** What is left of a plugin that was removed. */
class PluginRemovalTest extends RemovalUnderTest {

    private static final String HANGS = "for (long end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end;)"
            + " { try { Thread.sleep(100); } catch (InterruptedException e) { } }";

    @Autowired
    private PermissionRegistry permissions;

    @Autowired
    private VaultService vault;

    @Autowired
    private UserService users;

    @Autowired
    private ObjectProvider<MeterRegistry> meters;

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftWhenItIsRemovedWithItsData(From from) throws Exception {
        UUID role = Acting.asSystem(() -> users.createRole("role of " + id, Set.of("manage_plugins")));
        Map<String, List<String>> before = inventory();
        from.reach.accept(this);
        useIt(role);
        long start = System.nanoTime();

        remove(true);
        if (from == From.HANGING_START || from == From.HANGING_UPGRADE) {
            gone();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(3500));
        }
        gone();
        openGate();

        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(inventory()).isEqualTo(before));
        assertThat(events()).containsSubsequence("removal-asked", "removed");
    }

    @Test
    void aRunThatTookPlaceLeavesNothingInTheQueueEither() throws Exception {
        Map<String, List<String>> before = inventory();
        install(plugin());
        startedWith("1.0.0");
        jobs.forPlugin(id).start("count");
        await().atMost(Duration.ofSeconds(20)).until(() -> state("count").equals("SUCCEEDED"));

        remove(true);
        gone();

        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(inventory()).isEqualTo(before));
    }

    @Test
    void findsItsDataAgainWhenItWasRemovedWithoutIt() throws Exception {
        UUID role = Acting.asSystem(() -> users.createRole("role of " + id, Set.of("manage_plugins")));
        install(plugin());
        startedWith("1.0.0");
        useIt(role);
        jdbc.sql("insert into " + id + ".thing values (2, 'mine')").update();

        remove(false);
        gone();
        assertThat(inventory().get("routes")).doesNotContain(id + "/things");
        assertThat(recurring()).isZero();
        assertThat(Acting.asSystem(administration::keptData)).extracting(KeptData::id).containsExactly(id);
        assertThat(Acting.asSystem(() -> administration.data(id)))
                .contains(new DataCount("rows:thing", 2), new DataCount("secrets", 1), new DataCount("grants", 1));
        install(plugin());
        startedWith("1.0.0");

        assertThat(tables().get(1)).isEqualTo("(1,old); (2,mine)");
        assertThat(count("portal.job_run where plugin_id = '" + id + "'")).isEqualTo(1);
        assertThat(count("portal.role_permission where permission = 'manage_" + id + "'")).isEqualTo(1);
        assertThat(vault.forOwner(id).find("token")).isPresent();
        assertThat(Acting.asSystem(administration::keptData)).isEmpty();
    }

    @Test
    void dataThatWasKeptCanBeDeletedLater() throws Exception {
        UUID role = Acting.asSystem(() -> users.createRole("role of " + id, Set.of("manage_plugins")));
        Map<String, List<String>> before = inventory();
        install(plugin());
        startedWith("1.0.0");
        useIt(role);
        remove(false);
        gone();

        Acting.asSystem(() -> administration.deleteKeptData(id));

        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(inventory()).isEqualTo(before));
        assertThat(events()).endsWith("data-deleted");
    }

    /** What a plugin may be in the middle of when it is removed. */
    enum From {
        STARTED(test -> {
            test.install(test.plugin());
            test.startedWith("1.0.0");
        }),
        DISABLED(test -> {
            test.install(test.plugin());
            test.startedWith("1.0.0");
            test.store.want(test.id, Wanted.DISABLED);
            test.becomes(State.DISABLED);
        }),
        FAILED_START(test -> {
            test.install(test.plugin().replacing("/*bean*/", "if (true) throw new AssertionError(\"broken\");"));
            test.becomes(State.FAILED);
        }),
        HANGING_START(test -> {
            test.install(test.plugin().replacing("/*bean*/", HANGS));
            test.becomes(State.STARTING);
        }),
        FAILED_UPGRADE(test -> {
            test.install(test.plugin());
            test.startedWith("1.0.0");
            test.offer(test.plugin().version("2.0.0").replacing("/*card*/", "if (true) throw new AssertionError();"));
            test.candidateFails();
        }),
        HANGING_UPGRADE(test -> {
            test.install(test.plugin());
            test.startedWith("1.0.0");
            test.offer(test.secondVersion().replacing("/*bean*/", HANGS));
            test.becomes(State.UPGRADING);
        }),
        HANGING_STOP(test -> {
            test.install(test.plugin().replacing(
                    "public static class Things implements PluginScreen {",
                    "public static class Things implements PluginScreen, AutoCloseable { public void close() { " + HANGS + " }"));
            test.startedWith("1.0.0");
        }),
        ENDLESS_JOB(test -> {
            test.install(test.plugin().replacing("/*job*/", test.untilTheGateOpens()));
            test.startedWith("1.0.0");
            test.runOf("count");
        });

        private final Consumer<PluginRemovalTest> reach;

        From(Consumer<PluginRemovalTest> reach) {
            this.reach = reach;
        }
    }

    /** Everything of plugins that the portal keeps or shows. */
    private Map<String, List<String>> inventory() {
        return Map.ofEntries(
                rows("plugin", "select id from portal.plugin"),
                rows("packages", "select plugin_id || sha256 from portal.plugin_package"),
                rows("states", "select plugin_id from portal.plugin_state"),
                rows("kept data", "select plugin_id from portal.plugin_kept_data"),
                rows("schemas", "select schema_name from information_schema.schemata"),
                rows("runs", "select id::text from portal.job_run"),
                rows("pauses", "select plugin_id from portal.job_schedule_pause"),
                rows("jobs", "select id::text from jobs.jobrunr_jobs where jobasjson like '%\"" + id + "\"%'"),
                rows("recurring jobs", "select id from jobs.jobrunr_recurring_jobs"),
                rows("secrets", "select owner || name from portal.vault_entry"),
                rows("connections", "select plugin_id from portal.oauth_connection"),
                rows("budgets", "select id from portal.call_budget"),
                rows("notices", "select owner || key from portal.notice"),
                rows("grants", "select role_id || permission from portal.role_permission"),
                Map.entry("permissions", permissions.all().stream().map(Permission::key).toList()),
                Map.entry("routes", RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                        .map(it -> it.getTemplate())
                        .sorted()
                        .toList()),
                Map.entry("meters", meters.stream()
                        .flatMap(it -> it.getMeters().stream())
                        .map(it -> it.getId().toString())
                        .filter(it -> it.contains("'" + id + "'"))
                        .toList()));
    }

    private Map.Entry<String, List<String>> rows(String what, String sql) {
        List<String> found = new ArrayList<>(jdbc.sql(sql).query(String.class).list());
        found.sort(null);
        return Map.entry(what, found);
    }

    private void useIt(UUID role) {
        vault.forOwner(id).put("token", Secret.of("secret"));
        jdbc.sql("""
                        with reader as (
                            insert into portal.app_user (id, email, name, kind)
                            values (gen_random_uuid(), gen_random_uuid() || '@test.example', 'Reader', 'STAFF')
                            returning id)
                        insert into portal.notice (user_id, owner, key, topic, title, text, path, created_at)
                        select id, :id, 'key', 'topic', 'Title', '', '', now() from reader
                        """)
                .param("id", id)
                .update();
        jdbc.sql("insert into portal.call_budget (id) values (:id || '/calls/1 per PT1M')").param("id", id).update();
        jdbc.sql("""
                        insert into portal.oauth_connection (plugin_id, connected_at, connected_by, account, refreshed_at)
                        values (:id, now(), 'test', 'account', now())
                        """)
                .param("id", id)
                .update();
        jdbc.sql("insert into portal.role_permission (role_id, permission) values (:role, :key)")
                .param("role", role)
                .param("key", "manage_" + id)
                .update();
        jdbc.sql("insert into portal.job_schedule_pause (plugin_id, since) values (:id, now())").param("id", id).update();
        jdbc.sql("""
                        insert into portal.job_run (id, plugin_id, job_id, state, trigger, requested_by, requested_at,
                            touched_at, ended_at)
                        values (gen_random_uuid(), :id, 'other', 'SUCCEEDED', 'MANUAL', '', now(), now(), now())
                        """)
                .param("id", id)
                .update();
    }
}
