package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.portico.host.plugins.HostilePlugin.Trouble;
import dev.portico.host.plugins.PluginStatus.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A plugin that hangs while it is uploaded, starts, migrates or stops. */
class HostilePluginHangsInItsLifeTest extends HostilePluginTest {

    /** What sleeps is removed once it was given up, what spins while it hangs. */
    @ParameterizedTest
    @CsvSource({"SLEEP, constructor", "SPIN, constructor", "SLEEP, bean", "SPIN, bean"})
    void hangsWhileItStarts(Trouble trouble, String place) throws Exception {
        HostilePlugin.turnHostile(trouble, place);
        force(HostilePlugin.jar());
        await().atMost(Duration.ofSeconds(20)).until(() -> HostilePlugin.isInside(place));

        assertThat(runtime.statuses()).extracting(PluginStatus::state).containsExactly(State.STARTING);
        if (trouble == Trouble.SLEEP) {
            everyPageAnswersAsUsual();
            assertThat(becomes(State.FAILED).problem().orElse("")).contains(trouble.told);
        }
        removes();
        everyPageAnswersAsUsual();
    }

    @Test
    void hangsInAMigration() throws Exception {
        String sleeping = "pg_stat_activity where query like 'select pg_sleep(60)%' and state = 'active'";
        force(HostilePlugin.builder()
                .file("META-INF/portico/migrations/V2__slow.sql", "select pg_sleep(60);")
                .build());
        await().atMost(Duration.ofSeconds(20)).until(() -> count(sleeping) > 0);

        everyPageAnswersAsUsual();
        assertThat(becomes(State.FAILED).problem().orElse("")).contains("took too long");
        removes();
        assertThat(count(sleeping)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "SPIN"})
    void hangsWhileItStops(Trouble trouble) throws Exception {
        install();
        HostilePlugin.turnHostile(trouble, "stop");

        remove(id);
        await().atMost(Duration.ofSeconds(20)).until(() -> HostilePlugin.isInside("stop"));
        everyPageAnswersAsUsual();
        gone();
        nothingIsLeft();
    }

    @Test
    void anotherPluginIsRemovedAsSoonAsOneThatHangsIsGivenUp() throws Exception {
        packages.take(packages.look(PluginJarBuilder.aWorkingPlugin("other").signed().build()), "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.find("other").isPresent());
        HostilePlugin.turnHostile(Trouble.SPIN, "bean");
        force(HostilePlugin.jar());
        await().atMost(Duration.ofSeconds(20)).until(() -> HostilePlugin.isInside("bean"));

        long start = System.nanoTime();
        remove("other");
        await().atMost(Duration.ofSeconds(30)).until(() -> store.find("other").isEmpty());

        // the limit of a start, its grace, and as much for the removal itself
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(18));
        removes();
    }

    @Test
    void anUploadThatHangsIsRefused() {
        HostilePlugin.turnHostile(Trouble.SPIN, "constructor");

        assertThatThrownBy(() -> packages.look(HostilePlugin.jar())).hasMessageContaining("took too long");
        nothingIsLeft();
        everyPageAnswersAsUsual();
    }
}
