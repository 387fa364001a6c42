package dev.portico.pax8.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Jobs.Schedule;
import dev.portico.api.screen.WizardStep.Page;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompleteStepTest {

    private ScreensUnderTest plugin;
    private Visit visit;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        plugin.connect();
        visit = new Visit();
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    @Test
    void startsTheSyncOnceAfterAMappingAndShowsHowItGoes() {
        mapOne();
        plugin.clock.forward(Duration.ofSeconds(1));
        Page page = open();
        open();
        assertThat(plugin.portal.started).containsExactly("subscriptions");
        assertThat(text()).contains("It runs in the background");
        plugin.portal.run("subscriptions", RunState.RUNNING, 400, 2000, "");
        visit.tick();
        assertThat(text()).contains("Fetching subscriptions from Pax8: 400 of 2,000");
        plugin.portal.run("subscriptions", RunState.SUCCEEDED, 2014, 2014, "");
        visit.tick();
        assertThat(text()).contains("2,014 subscriptions of mapped companies.");
        assertThat(page.obstacle()).isEmpty();
        assertThat(page.complete()).isEqualTo("licensing/subscriptions");
    }

    @Test
    void startsAnotherSyncWhenAMappingIsNewerThanTheLastOne() {
        plugin.portal.run("subscriptions", RunState.SUCCEEDED, 1, 1, "");
        plugin.clock.forward(Duration.ofMinutes(1));
        mapOne();
        open();
        assertThat(plugin.portal.started).containsExactly("subscriptions");
    }

    @Test
    void startsNothingWhileNothingIsMapped() {
        assertThat(open().obstacle()).contains("Map and save at least one company first");
        assertThat(plugin.portal.started).isEmpty();
        assertThat(text()).contains("It starts once a company is mapped.");
    }

    @Test
    void saysWhyTheSyncFailed() {
        mapOne();
        plugin.clock.forward(Duration.ofSeconds(1));
        plugin.portal.run("subscriptions", RunState.FAILED, 0, 0, "Pax8 cannot be reached.");
        open();
        assertThat(text()).contains("Pax8 cannot be reached.", "Try again");
    }

    @Test
    void showsTheScheduleWithTheNextRuns() {
        plugin.portal.schedules.add(schedule("products", Optional.of(Duration.ofHours(15))));
        plugin.portal.schedules.add(schedule("companies", Optional.of(Duration.ofHours(2))));
        plugin.portal.schedules.add(schedule("subscriptions", Optional.of(Duration.ofMinutes(12))));
        plugin.portal.schedules.add(schedule("usage", Optional.empty()));
        open();
        assertThat(text().replaceAll("\\s+", ""))
                .contains("CompaniesEvery4hoursin2hours", "SubscriptionsHourlyin12minutes",
                        "ProductsDailyat03:00in15hours", "AzureusageDailyat04:00paused");
    }

    private Schedule schedule(String jobId, Optional<Duration> in) {
        return new Schedule(jobId, jobId, "0 * * * *", in.map(plugin.clock.instant()::plus));
    }

    private void mapOne() {
        UUID acme = plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        plugin.map(acme, plugin.portalCompany("Acme Dental Group", "Seattle"));
    }

    private Page open() {
        Page page = plugin.bean(CompleteStep.class).open(visit);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(page.content());
        return page;
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
