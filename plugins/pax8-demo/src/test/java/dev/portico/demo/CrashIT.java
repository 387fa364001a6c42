package dev.portico.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.demo.fixtures.Card;
import dev.portico.demo.fixtures.FreshPortal;
import dev.portico.demo.fixtures.PortalDatabase;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.SandboxControl;
import dev.portico.demo.fixtures.TestInstallation;
import dev.portico.demo.fixtures.Truth;
import dev.portico.demo.fixtures.Visitor;
import dev.portico.demo.fixtures.Wizard;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal is killed while it works, as kill -9 or a power cut does, and started again. */
@ExtendWith(FreshPortal.class)
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String NEWEST =
            "select id, state, attempt, progress_done from portal.job_run where job_id = 'subscriptions'"
                    + " order by requested_at desc limit 1";

    private final RunningPortal portal;
    private final TestInstallation installation;
    private final SandboxControl sandbox;
    private final PortalDatabase database;

    CrashIT(RunningPortal portal) {
        this.portal = portal;
        installation = portal.installation();
        sandbox = installation.sandbox();
        database = installation.database();
    }

    @AfterEach
    void repair() {
        sandbox.repair();
    }

    @Test
    void aSyncGoesOnAfterTheCrashAndTheDataIsWhole() throws Exception {
        Visitor admin = portal.admin();
        new Wizard(admin).connect().open("companies").awaitCompanies().quickMatch().saveAll();
        await().atMost(PATIENCE).until(() -> database.rows(NEWEST).stream().anyMatch(run -> ended(run)));
        long server = database.serverPid();

        sandbox.latency(1_000); // why: ten pages of subscriptions then take ten seconds, which is time to be killed in
        database.passAMinute();
        new Card(admin).open().act("Sync Subscriptions");
        await().atMost(PATIENCE).until(() -> database.rows(NEWEST).stream()
                .anyMatch(run -> run.get("state").equals("RUNNING") && number(run.get("progress_done")) > 0));
        Object run = database.rows(NEWEST).getFirst().get("id");
        installation.processes().portal().kill();

        sandbox.latency(0);
        installation.processes().portal().start();
        installation.processes().portal().awaitReady();

        await().atMost(PATIENCE).until(() -> database.rows(NEWEST).stream().anyMatch(CrashIT::ended));
        Map<String, Object> finished = database.rows(NEWEST).getFirst();
        assertThat(finished).containsEntry("id", run).containsEntry("state", "SUCCEEDED");
        assertThat(number(finished.get("attempt"))).isGreaterThan(1);
        assertThat(database.serverPid()).as("the orphaned PostgreSQL was replaced").isNotEqualTo(server);
        assertThat(ProcessHandle.of(server)).isEmpty();
        new Truth(installation).assertSubscriptionsAreWhole();
    }

    private static boolean ended(Map<String, Object> run) {
        return !run.get("state").equals("RUNNING") && !run.get("state").equals("QUEUED");
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
