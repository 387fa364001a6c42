package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.host.plugins.HostilePlugin.Trouble;
import dev.portico.host.plugins.PluginStatus.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that does to the portal's threads and connections what it should not. */
class HostilePluginDoesHarmTest extends HostilePluginTest {

    @ParameterizedTest
    @EnumSource(names = {"INTERRUPTION", "CLASS_LOADER", "THREAD_LOCALS"})
    void leavesItsMarkOnEveryThreadThatCallsIt(Trouble trouble) throws Exception {
        HostilePlugin.turnHostile(trouble, "bean");
        install();
        signInAdmin();

        for (String place : List.of("card", "screen", "refresh", "wizard", "job", "action")) {
            HostilePlugin.turnHostile(trouble, place);
            worksAsUsual();
        }
        shows("action", "acted");
        everyPageAnswersAsUsual();
        HostilePlugin.turnHostile(trouble, "stop");
        removes();
        everyPageAnswersAsUsual();
    }

    @Test
    void killsThePoolThatItsJobUses() throws Exception {
        install();
        HostilePlugin.turnHostile(Trouble.KILLED_POOL, "job");

        jobSays("FAILED", Trouble.KILLED_POOL.told);
        everyPageAnswersAsUsual();
        removes();
    }

    @Test
    void closesItsDataSource() throws Exception {
        install();
        signInAdmin();

        for (String place : List.of("screen", "job", "card")) {
            HostilePlugin.turnHostile(Trouble.CLOSED_DATA, place);
            shows(place, Trouble.CLOSED_DATA.told);
        }
        everyPageAnswersAsUsual();
        removes();
    }

    @Test
    void locksItsTableInAStatementWithoutEnd() throws Exception {
        install();
        HostilePlugin.turnHostile(Trouble.LOCKED_TABLE, "job");
        runOf("count");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("pg_stat_activity where query = 'select pg_sleep(60)' and state = 'active'") > 0);

        everyPageAnswersAsUsual();
        long start = System.nanoTime();
        removes();
        // the time that its run has to stop, twice at most, and not the minute of the statement
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"constructor", "bean", "stop"})
    void interruptsTheThreadOnWhichPluginsStartAndStop(String place) throws Exception {
        HostilePlugin.turnHostile(Trouble.LIFE_CYCLE_INTERRUPTED, place);
        force(HostilePlugin.jar());
        if (place.equals("stop")) {
            becomes(State.STARTED);
        } else {
            await().atMost(Duration.ofSeconds(20)).until(() -> HostilePlugin.isInside(place));
        }

        everyPageAnswersAsUsual();
        removes();
    }
}
