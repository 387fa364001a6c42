package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Jobs.Schedule;
import dev.portico.api.host.Jobs.Trigger;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.job.JobOutcome.Succeeded;
import dev.portico.api.job.PluginJob;
import dev.portico.api.job.SyncCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.RecurringJob;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SchedulesTest {

    private static final String NIGHTLY = "30 2 * * *";
    private static final String DAILY = "0 6 * * *";
    private static final PluginJob WORK = run -> new Succeeded(SyncCounts.NONE);

    private final TestPortal portal = SharedPortal.get();
    private final String plugin = TestPortal.plugin();
    private final Jobs jobs = portal.jobs(plugin);

    @Test
    void aScheduleIsPlannedInThePortalsZoneUnderAReadableId() {
        portal.register(plugin, "sync", NIGHTLY, WORK);
        RecurringJob planned = planned().getFirst();
        assertThat(planned.getId()).matches(plugin + "\\.sync-[0-9a-f]{8}\\.[0-9a-z]+");
        assertThat(planned.getJobName()).isEqualTo(plugin + ": sync");
        assertThat(planned.getZoneId()).isEqualTo("Europe/Berlin");
        Schedule schedule = jobs.schedules().getFirst();
        assertThat(schedule.cron()).isEqualTo(NIGHTLY);
        Instant next = schedule.next().orElseThrow();
        assertThat(next).isAfter(Instant.now()).isBefore(Instant.now().plus(Duration.ofHours(26)));
        assertThat(next.atZone(ZoneId.of("Europe/Berlin")).toLocalTime()).isEqualTo(LocalTime.of(2, 30));
    }

    @Test
    void aChangedScheduleGetsANewIdAndTheOldPlannedRunIsGone() {
        Registration before = portal.register(plugin, "sync", NIGHTLY, WORK);
        String old = planned().getFirst().getId();
        awaitPlannedRun(old);
        before.remove();
        assertThat(plannedRuns(old)).isZero();
        portal.register(plugin, "sync", DAILY, WORK);
        assertThat(planned()).hasSize(1);
        String id = planned().getFirst().getId();
        assertThat(id).isNotEqualTo(old);
        awaitPlannedRun(id);
        assertThat(plannedRuns(old)).isZero();
    }

    @Test
    void aScheduleThatComesBackUnchangedIsPlannedAnew() {
        Registration before = portal.register(plugin, "sync", NIGHTLY, WORK);
        String old = planned().getFirst().getId();
        awaitPlannedRun(old);
        before.remove();
        assertThat(planned()).isEmpty();
        portal.register(plugin, "sync", NIGHTLY, WORK);
        awaitPlannedRun(planned().getFirst().getId());
    }

    @Test
    void aRestartKeepsThePlan() {
        RegisteredJob job = registered(NIGHTLY);
        Schedules schedules = portal.bean(Schedules.class);
        schedules.plan(job);
        String id = planned().getFirst().getId();
        awaitPlannedRun(id);
        schedules.plan(job);
        assertThat(planned()).extracting(RecurringJob::getId).containsExactly(id);
        assertThat(plannedRuns(id)).isEqualTo(1);
        schedules.plan(registered(DAILY));
        assertThat(planned()).hasSize(1).extracting(RecurringJob::getId).doesNotContain(id);
    }

    @Test
    void pausedSchedulesHaveNoNextRunUntilTheyAreResumed() {
        Registration registration = portal.register(plugin, "sync", NIGHTLY, WORK);
        jobs.pauseSchedules(true);
        assertThat(planned()).isEmpty();
        assertThat(jobs.schedules().getFirst().next()).isEmpty();
        registration.remove();
        portal.register(plugin, "sync", NIGHTLY, WORK);
        assertThat(planned()).isEmpty();
        jobs.pauseSchedules(false);
        assertThat(planned()).hasSize(1);
        assertThat(jobs.schedules().getFirst().next()).isPresent();
    }

    @Test
    void oneJobDoesNotTouchThePlanOfAnotherWithALongerName() {
        Registration first = portal.register(plugin, "sync", NIGHTLY, WORK);
        portal.register(plugin, "sync-prices", NIGHTLY, WORK);
        first.remove();
        assertThat(planned()).hasSize(1).first().extracting(RecurringJob::getId).asString().contains("sync-prices");
        portal.bean(PluginJobs.class).deleteAll(plugin);
        assertThat(planned()).isEmpty();
    }

    @Test
    void aScheduledRunMakesItsOwnRow() {
        portal.register(plugin, "sync", NIGHTLY, WORK);
        trigger();
        await().until(() -> jobs.latest("sync").filter(run -> run.state() == RunState.SUCCEEDED).isPresent());
        assertThat(jobs.latest("sync").orElseThrow().trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(jobs.latest("sync").orElseThrow().requestedBy()).isEmpty();
    }

    @Test
    void aScheduledRunIsSkippedWhileAClickedOneIsUnderWay() {
        CountDownLatch finish = new CountDownLatch(1);
        portal.register(plugin, "sync", NIGHTLY, run -> {
            finish.await();
            return new Succeeded(SyncCounts.NONE);
        });
        UUID clicked = jobs.start("sync").run().id();
        await().until(() -> jobs.latest("sync").orElseThrow().state() == RunState.RUNNING);
        Job scheduled = trigger();
        await().until(() -> portal.bean(JobQueue.class)
                .find(scheduled.getId())
                .orElseThrow()
                .hasState(StateName.SUCCEEDED));
        assertThat(jobs.latest("sync").orElseThrow().id()).isEqualTo(clicked);
        finish.countDown();
        await().until(() -> jobs.latest("sync").orElseThrow().state() == RunState.SUCCEEDED);
    }

    @Test
    void aClickJoinsTheScheduledRunThatIsUnderWay() {
        CountDownLatch finish = new CountDownLatch(1);
        portal.register(plugin, "sync", NIGHTLY, run -> {
            finish.await();
            return new Succeeded(SyncCounts.NONE);
        });
        Job scheduled = trigger();
        await().until(() -> jobs.latest("sync").isPresent());
        assertThat(jobs.start("sync").joined()).isTrue();
        assertThat(jobs.start("sync").run().id()).isEqualTo(scheduled.getId());
        finish.countDown();
    }

    @Test
    void refusesWhatIsNoSchedule() {
        assertThatThrownBy(() -> portal.register(plugin, "sync", "* * * * * *", WORK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("five fields");
        assertThatThrownBy(() -> portal.register(plugin, "sync", "99 * * * *", WORK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> portal.register(plugin, "a:b", "", WORK))
                .isInstanceOf(IllegalArgumentException.class);
        portal.register(plugin, "sync", "", WORK);
        assertThatThrownBy(() -> portal.register(plugin, "sync", "", WORK)).isInstanceOf(IllegalStateException.class);
    }

    private RegisteredJob registered(String cron) {
        return new RegisteredJob(
                plugin,
                new JobDeclaration("sync", "sync", Optional.of(cron), PluginJob.class),
                () -> "Sync",
                () -> WORK);
    }

    private Job trigger() {
        Job job = planned().getFirst().toEnqueuedJob();
        portal.bean(StorageProvider.class).save(job);
        portal.bean(Steward.class).kick();
        return job;
    }

    private List<RecurringJob> planned() {
        return portal.bean(StorageProvider.class).getRecurringJobs().stream()
                .filter(job -> job.getId().startsWith(plugin + "."))
                .toList();
    }

    private void awaitPlannedRun(String id) {
        await().atMost(Duration.ofSeconds(15)).until(() -> plannedRuns(id) == 1);
    }

    private int plannedRuns(String id) {
        return portal.sql()
                .sql("select count(*) from jobs.jobrunr_jobs where recurringjobid = :id and state = 'SCHEDULED'")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
