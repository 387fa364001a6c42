package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.host.plugins.HostilePlugin.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plugin that hangs while people and jobs use it: one that can be interrupted and one that cannot. */
class HostilePluginHangsTest extends HostilePluginTest {

    /** What a card that hangs costs the page of the cards: its limit, and the time it has to end by itself. */
    private static final Duration CARD = Duration.ofMillis(1500);

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "SPIN"})
    void hangsInAScreen(Trouble trouble) throws Exception {
        hangsInAWindow(trouble, "screen", id + "/things");
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "SPIN"})
    void hangsInARefresh(Trouble trouble) throws Exception {
        hangsInAWindow(trouble, "refresh", id + "/things");
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "SPIN"})
    void hangsInAStepOfTheWizard(Trouble trouble) throws Exception {
        hangsInAWindow(trouble, "wizard", "settings/integrations/" + id + "/setup/only");
    }

    /** Windows of as many people hang as the machine has processors. */
    private void hangsInAWindow(Trouble trouble, String place, String path) throws Exception {
        install();
        List<PortalVisitor> victims = new ArrayList<>();
        for (int number = 0; number < Math.min(4, Runtime.getRuntime().availableProcessors()); number++) {
            victims.add(visitor());
        }
        HostilePlugin.turnHostile(trouble, place);

        List<CompletableFuture<PortalVisitor.Window>> hanging = victims.stream()
                .map(victim -> CompletableFuture.supplyAsync(() -> victim.open(path), others))
                .toList();
        await().atMost(Duration.ofSeconds(20)).until(() -> HostilePlugin.isInside(place));
        everyPageAnswersAsUsual();
        if (trouble == Trouble.SLEEP && !place.equals("refresh")) {
            hanging.forEach(window -> assertThat(window.join().text()).contains(trouble.told));
        }
        removes();
        everyPageAnswersAsUsual();
        HostilePlugin.end();
        hanging.forEach(window -> window.join().close());
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "SPIN"})
    void hangsInItsCard(Trouble trouble) throws Exception {
        install();
        signInAdmin();
        HostilePlugin.turnHostile(trouble, "card");

        shows("card", trouble.told);
        everyPageAnswersAsUsual(CARD);
        removes();
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "SPIN"})
    void hangsInAnActionOfItsCard(Trouble trouble) throws Exception {
        install();
        signInAdmin();
        HostilePlugin.turnHostile(trouble, "action");
        CompletableFuture<Void> pages = CompletableFuture.runAsync(
                () -> {
                    await().atMost(Duration.ofSeconds(20)).until(() -> HostilePlugin.isInside("action"));
                    everyPageAnswersAsUsual();
                },
                others);

        shows("action", trouble.told);
        pages.join();
        removes();
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "SPIN"})
    void hangsInItsJobs(Trouble trouble) throws Exception {
        install();
        HostilePlugin.turnHostile(trouble, "job");

        runOf("count");
        runOf("other");
        runOf("third");
        await().atMost(Duration.ofSeconds(20)).until(() -> HostilePlugin.isInside("job"));
        everyPageAnswersAsUsual();
        removes();
        everyPageAnswersAsUsual();
    }
}
