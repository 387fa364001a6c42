package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.Jobs;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.security.Acting;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class PluginUpgradeTest extends LifeCycleTest {

    @Autowired
    private PluginAdministration administration;

    /** Where a new version may have its trouble, and what people read of it. */
    enum Trouble {
        CONSTRUCTOR("broken", (jar, id) -> jar.replacing("/*constructor*/", thrown("IllegalStateException"))),
        DECLARATIONS("broken", (jar, id) -> jar.replacing("return new PluginProfile(", thrown("IllegalStateException")
                + "return new PluginProfile(")),
        TAKEN_ROUTE("settings/plugins", (jar, id) -> jar.replacing("\"" + id + "/things\"", "\"settings/plugins\"")),
        SECOND_MIGRATION("nowhere", (jar, id) ->
                jar.file("META-INF/portico/migrations/V3__bad.sql", "insert into nowhere values (1);")),
        CHANGED_MIGRATION("must never be changed", (jar, id) -> jar.file("META-INF/portico/migrations/V1__thing.sql",
                "create table thing (id int primary key, name text, other text);")),
        BEAN("broken", (jar, id) -> jar.replacing("/*bean*/", thrown("IllegalStateException"))),
        BEAN_HANGS("too long", (jar, id) -> jar.replacing("/*bean*/",
                "try { Thread.sleep(60_000); } catch (InterruptedException e) { throw new RuntimeException(e); }")),
        BEAN_HANGS_FOR_GOOD("too long", (jar, id) -> jar.replacing("/*bean*/",
                "for (long end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end;)"
                        + " { try { Thread.sleep(100); } catch (InterruptedException e) { } }")),
        MIGRATION_HANGS("too long", (jar, id) ->
                jar.file("META-INF/portico/migrations/V3__slow.sql", "select pg_sleep(60);")),
        CARD("broken", (jar, id) -> jar.replacing("/*card*/", thrown("IllegalStateException"))),
        REGISTRATION("two jobs", (jar, id) -> jar.replacing("return List.of(new JobDeclaration(",
                "return List.of(new JobDeclaration(\"count\", \"job\", Optional.of(\"0 5 * * *\"), Count.class),"
                        + " new JobDeclaration(")),
        ERROR("broken", (jar, id) -> jar.replacing("/*bean*/", thrown("NoClassDefFoundError")));

        private final String problem;
        private final BiFunction<PluginJarBuilder, String, PluginJarBuilder> make;

        Trouble(String problem, BiFunction<PluginJarBuilder, String, PluginJarBuilder> make) {
            this.problem = problem;
            this.make = make;
        }

        static String thrown(String type) {
            return "if (true) throw new " + type + "(\"broken\");";
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOldVersionServesAgainWithItsTablesWhenTheNewOneHasTrouble(Trouble trouble) throws Exception {
        install(firstVersion());
        startedWith("1.0.0");
        List<String> tables = tables();
        List<Jobs.Schedule> schedules = schedules();
        String sha256 = store.find(id).orElseThrow().sha256();

        offer(trouble.make.apply(secondVersion(), id));

        assertThat(candidateFails().problem()).hasValueSatisfying(
                text -> assertThat(text).contains(trouble.problem).hasSizeLessThan(2000));
        startedWith("1.0.0");
        assertThat(screen()).isEqualTo("old things of " + id);
        assertThat(tables()).isEqualTo(tables);
        assertThat(schedules()).isEqualTo(schedules).hasSize(1);
        assertThat(recurring()).isEqualTo(1);
        assertThat(store.find(id)).hasValueSatisfying(it -> {
            assertThat(it.sha256()).isEqualTo(sha256);
            assertThat(it.wanted()).isEqualTo(Wanted.ENABLED);
        });
        assertThat(history.newest(id, 100)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("upgrade-failed");
            assertThat(event.version()).isEqualTo("2.0.0");
            assertThat(event.detail()).contains(trouble.problem);
        });
        assertThat(store.held(id)).isFalse();
        jobs.forPlugin(id).start("count");
        await().atMost(Duration.ofSeconds(20)).until(() -> state("count").equals("SUCCEEDED"));
    }

    @Test
    void theNewVersionTakesOverWithTheTablesItChanged() throws Exception {
        install(firstVersion());
        startedWith("1.0.0");

        install(secondVersion());

        startedWith("2.0.0");
        assertThat(screen()).isEqualTo("new things of " + id);
        assertThat(tables().get(1)).isEqualTo("(1,new,7)");
        assertThat(recurring()).isEqualTo(1);
        assertThat(store.find(id).orElseThrow().candidate()).isEmpty();
        assertThat(events()).containsSubsequence("installed", "started", "upgrade-asked", "stopped", "upgraded", "started");
    }

    @Test
    void aFailedUpgradeCanBeFollowedByOneThatSucceeds() throws Exception {
        install(firstVersion());
        startedWith("1.0.0");
        offer(Trouble.SECOND_MIGRATION.make.apply(secondVersion(), id));
        candidateFails();

        install(secondVersion());

        startedWith("2.0.0");
        assertThat(tables().get(1)).isEqualTo("(1,new,7)");
    }

    @Test
    void waitsForARunAndRefusesAnotherUpgradeMeanwhile() throws Exception {
        install(firstVersion().replacing("/*job*/", untilTheGateOpens()));
        startedWith("1.0.0");
        runOf("count");

        PluginCode second = offer(secondVersion());
        await().atMost(Duration.ofSeconds(20)).until(() -> store.find(id)
                .flatMap(InstalledPlugin::candidate)
                .filter(it -> it.phase() == PluginOverview.Phase.RUNNING)
                .isPresent());
        InstalledPlugin installed = store.find(id).orElseThrow();
        assertThatThrownBy(() -> packages.offer(installed, second, "test")).isInstanceOf(PluginBusy.class);
        assertThat(screen()).isEqualTo("old things of " + id);
        openGate();

        startedWith("2.0.0");
        assertThat(state("count")).isEqualTo("SUCCEEDED");
    }

    @Test
    void cancelsARunThatDoesNotEndInTime() throws Exception {
        install(firstVersion().replacing("/*job*/", """
                while (!run.cancelled()) { try { Thread.sleep(50); } catch (InterruptedException e) { break; } }
                if (true) return new JobOutcome.Cancelled(SyncCounts.NONE);
                """));
        startedWith("1.0.0");
        runOf("count");

        offer(secondVersion());

        startedWith("2.0.0");
        await().atMost(Duration.ofSeconds(20)).until(() -> state("count").equals("CANCELLED"));
    }

    @Test
    void leavesARunBehindThatIgnoresEverything() throws Exception {
        install(firstVersion().replacing("/*job*/", untilTheGateOpens()));
        startedWith("1.0.0");
        runOf("count");

        offer(secondVersion());

        startedWith("2.0.0");
        assertThat(events()).contains("run-left-behind");
        assertThat(screen()).isEqualTo("new things of " + id);
    }

    @Test
    void aPluginThatIsSwitchedOffTakesAnotherVersionAndStartsWithItLater() throws Exception {
        install(firstVersion());
        startedWith("1.0.0");
        Acting.asSystem(() -> administration.setEnabled(id, false));
        becomes(State.DISABLED);

        install(secondVersion());
        await().atMost(Duration.ofSeconds(20)).until(() -> store.find(id).orElseThrow().version().equals("2.0.0"));
        assertThat(tables().get(1)).isEqualTo("(1,old)");
        assertThat(events()).containsOnlyOnce("upgraded");
        Acting.asSystem(() -> administration.setEnabled(id, true));

        startedWith("2.0.0");
        assertThat(tables().get(1)).isEqualTo("(1,new,7)");
    }

    @Test
    void goesBackToTheVersionBeforeAndForwardAgain() throws Exception {
        install(firstVersion());
        startedWith("1.0.0");
        install(secondVersion());
        startedWith("2.0.0");

        Acting.asSystem(() -> administration.goBack(id));
        startedWith("1.0.0");
        assertThat(screen()).isEqualTo("old things of " + id);
        assertThat(tables().get(1)).as("tables stay as the newer version left them").isEqualTo("(1,new,7)");
        Acting.asSystem(() -> administration.goBack(id));

        startedWith("2.0.0");
    }

    @Test
    void anUpgradeIsBrokenOffWhenThePluginIsSwitchedOff() throws Exception {
        install(firstVersion());
        startedWith("1.0.0");
        offer(secondVersion().replacing("/*bean*/", untilTheGateOpens()));
        becomes(State.UPGRADING);

        Acting.asSystem(() -> administration.setEnabled(id, false));

        becomes(State.DISABLED);
        candidateFails();
        assertThat(tables().get(1)).isEqualTo("(1,old)");
        assertThat(events()).doesNotContain("start-failed");
    }

    @Test
    void aTrialThatWasCutOffIsEndedAlsoForAPluginThatIsSwitchedOff() {
        install(firstVersion());
        startedWith("1.0.0");
        store.want(id, Wanted.DISABLED);
        becomes(State.DISABLED);
        PluginCode second = keep(secondVersion());
        jdbc.sql("""
                        update portal.plugin set candidate_sha256 = :sha256, candidate_phase = 'RUNNING',
                            candidate_since = now(), candidate_node = gen_random_uuid() where id = :id
                        """)
                .param("sha256", second.sha256())
                .param("id", id)
                .update();

        assertThat(candidateFails().problem()).isPresent();
    }
}
