package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.job.JobOutcome;
import dev.portico.pax8.card.Pax8Removal;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.fixtures.RecordedNotifications.Told;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.push.SeatsAtPax8.To;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.requests.RequestStep;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.mapping.MappingService;
import dev.portico.pax8.sync.SyncEnded;
import dev.portico.pax8.sync.SyncJobs;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What one run of the push does, for everything that Pax8 may say or not say. */
class PushJobTest {

    private final ScreensUnderTest plugin = new ScreensUnderTest();
    private final RequestsInTest requests = new RequestsInTest(plugin);
    private final SeatsAtPax8 pax8 = new SeatsAtPax8(plugin, requests.pax8);

    @BeforeEach
    void connect() {
        plugin.connect();
        pax8.seats.put(requests.subscription, 10L);
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void sendsTheNewTotalOnceAndIsDoneWhenPax8ShowsIt() throws Exception {
        SeatRequest request = requests.askedByClient(15);
        RequestsInTest.done(requests.service.approve(request.id(), request.version(), ""));
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
        assertThat(pax8.puts()).isEqualTo(1);
        assertThat(steps(request)).containsExactly(Step.ASK, Step.APPROVE, Step.SEND, Step.CONFIRM);
        assertThat(syncedSeats()).isEqualTo(15);
        assertThat(plugin.jdbc.sql("select request_id from seat_change").query(UUID.class).single()).isEqualTo(request.id());
        push();
        assertThat(pax8.puts()).isEqualTo(1);
        assertThat(told()).containsExactly(
                "holders manage_licensing " + requests.company + ": Request 1 waits for approval",
                "user carla@acme.example: Request 1 is approved",
                "user carla@acme.example: Request 1 is done");
        assertThat(plugin.host.notifications.settled).containsExactly("request-" + request.id());
        assertThat(plugin.count("seat_request_step where not told")).isZero();
    }

    @Test
    void sendsNothingWhenPax8ShowsItAlready() throws Exception {
        SeatRequest request = requests.asked(15);
        pax8.seats.put(requests.subscription, 15L);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
        assertThat(pax8.puts()).isZero();
    }

    @Test
    void asksTheApproverAgainWhenTheSeatsHaveChangedAtPax8() throws Exception {
        SeatRequest request = requests.asked(15);
        pax8.seats.put(requests.subscription, 12L);
        push();
        SeatRequest rebased = now(request);
        assertThat(rebased.state()).isEqualTo(RequestState.PENDING);
        assertThat(rebased.baseSeats()).isEqualTo(12);
        assertThat(pax8.puts()).isZero();
        assertThat(told()).containsExactly("holders manage_licensing " + requests.company + ": Request 1 must be decided again");
        RequestsInTest.done(requests.service.approve(rebased.id(), rebased.version(), ""));
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void keepsPax8sOwnWordsWhenItRefusesAndDoesNotAskTwice() throws Exception {
        pax8.writes.add(To.REFUSED);
        SeatRequest request = requests.asked(5);
        push();
        push();
        SeatRequest failed = now(request);
        assertThat(failed.state()).isEqualTo(RequestState.FAILED);
        assertThat(failed.problem()).contains("Quantity cannot be decreased before the commitment term ends");
        assertThat(pax8.puts()).isEqualTo(1);
        SeatRequest again = RequestsInTest.done(requests.service.retry(failed.id(), failed.version()));
        push();
        assertThat(now(again).state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void waitsAsLongAsPax8SaysAndCountsNoSendThatWasNotDone() throws Exception {
        pax8.writes.add(To.TOO_MANY);
        SeatRequest request = requests.asked(15);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLYING);
        assertThat(now(request).sends()).isZero();
        forward(29);
        push();
        assertThat(pax8.puts()).isEqualTo(1);
        forward(2);
        push();
        assertThat(pax8.puts()).isEqualTo(2);
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
    }

    @Nested
    class WithoutAClearAnswer {

        @Test
        void findsByReadingThatItWasDone() throws Exception {
            pax8.writes.add(To.DONE_UNSEEN);
            SeatRequest request = requests.asked(15);
            push();
            assertThat(now(request).state()).isEqualTo(RequestState.APPLYING);
            assertThat(now(request).problem()).contains("An unexpected error occurred");
            forward(1);
            push();
            assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
            assertThat(now(request).problem()).isEmpty();
            assertThat(pax8.puts()).isEqualTo(1);
        }

        @Test
        void findsItAlsoWhenTheConnectionBroke() throws Exception {
            pax8.writes.add(To.DONE_WITHOUT_AN_ANSWER);
            SeatRequest request = requests.asked(15);
            push();
            forward(1);
            push();
            assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
            assertThat(pax8.puts()).isEqualTo(1);
        }

        @Test
        void sendsAgainOnlyWhenItCanNotArriveAnyMoreAndNotForEver() throws Exception {
            pax8.writes.addAll(List.of(To.LOST, To.LOST, To.LOST, To.LOST, To.LOST, To.LOST));
            SeatRequest request = requests.asked(15);
            for (int seconds = 0; seconds < 119; seconds += 7) {
                push();
                forward(7);
            }
            assertThat(pax8.puts()).isEqualTo(1);
            forward(7);
            push();
            assertThat(pax8.puts()).isEqualTo(2);
            for (int minutes = 0; minutes < 30; minutes++) {
                forward(60);
                push();
            }
            assertThat(pax8.puts()).isEqualTo(5);
            assertThat(now(request).state()).isEqualTo(RequestState.FAILED);
            assertThat(now(request).problem()).contains("asked 5 times", "still shows 10 seats");
        }

        @Test
        void leavesAloneWhatSomebodyElseHasChanged() throws Exception {
            pax8.writes.add(To.LOST);
            SeatRequest request = requests.asked(15);
            push();
            pax8.seats.put(requests.subscription, 12L);
            forward(1);
            push();
            assertThat(now(request).state()).isEqualTo(RequestState.FAILED);
            assertThat(now(request).problem()).contains("changed to 12 by someone else");
            assertThat(pax8.puts()).isEqualTo(1);
            assertThat(syncedSeats()).isEqualTo(12);
        }
    }

    @Test
    void givesUpOnWhatPax8TookButNeverShowsAndIsPutRightByALaterSync() throws Exception {
        pax8.writes.add(To.TAKEN_BUT_NOT_SHOWN);
        SeatRequest request = requests.asked(15);
        for (int minutes = 0; minutes < 29; minutes++) {
            push();
            assertThat(now(request).state()).isEqualTo(RequestState.APPLYING);
            forward(60);
        }
        forward(120);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.FAILED);
        assertThat(now(request).problem()).contains("accepted the change but still shows 10 seats");
        assertThat(pax8.puts()).isEqualTo(1);
        requests.seats(15);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void findsAfterACrashWhatBecameOfAWriteThatWasAboutToBeSent() throws Exception {
        SeatRequest done = requests.asked(15);
        plugin.jdbc.sql("update seat_request set state = 'APPLYING', sent_at = ?, sends = 1")
                .param(Timestamp.from(plugin.clock.instant()))
                .update();
        pax8.seats.put(requests.subscription, 15L);
        push();
        assertThat(now(done).state()).isEqualTo(RequestState.APPLIED);
        assertThat(pax8.puts()).isZero();
    }

    @Test
    void refusesToTakeBackWhatIsBeingSent() throws Exception {
        SeatRequest request = requests.asked(15);
        Object[] answer = new Object[1];
        pax8.whileWriting = () -> answer[0] = requests.service.cancel(request.id(), request.version());
        push();
        assertThat(answer[0]).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains("sent to Pax8 right now"));
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void closesWhatIsGoneOrHasEndedAtPax8AndTellsTheRequester() throws Exception {
        SeatRequest gone = requests.askedByClient(15);
        RequestsInTest.done(requests.service.approve(gone.id(), gone.version(), ""));
        pax8.seats.clear();
        push();
        assertThat(now(gone).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(now(gone).problem()).contains("does not have this subscription any more");
        assertThat(told()).contains("user carla@acme.example: Request 1 was cancelled");
        SeatRequest ended = requests.asked(16);
        pax8.seats.put(requests.subscription, 10L);
        pax8.statuses.put(requests.subscription, "PendingCancel");
        push();
        assertThat(now(ended).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(pax8.puts()).isZero();
    }

    @Test
    void closesWhatWaitsWhenTheSubscriptionWentInASyncOrTheCompanyIsUnmapped() {
        SeatRequest ended = requests.askedByClient(15);
        plugin.jdbc.sql("update subscription set status = 'Cancelled' where id = ?").param(requests.subscription).update();
        plugin.publish(new SyncEnded(SyncJobs.SUBSCRIPTIONS));
        assertThat(now(ended).state()).isEqualTo(RequestState.CANCELLED);
        plugin.jdbc.sql("update subscription set status = 'Active'").update();
        SeatRequest unmapped = requests.askedByClient(15);
        plugin.bean(MappingService.class).save(Map.of(requests.pax8, Optional.empty()));
        assertThat(now(unmapped).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(now(unmapped).problem()).contains("not mapped");
        assertThat(told()).filteredOn(line -> line.endsWith("was cancelled")).hasSize(2);
    }

    @Test
    void closesEverythingThatIsOpenWhenTheIntegrationIsRemovedAndKeepsTheHistory() throws Exception {
        SeatRequest done = requests.asked(12);
        push();
        SeatRequest open = RequestsInTest.done(requests.service.ask(new Ask(requests.subscription, 12, 15, "", Optional.empty())));
        plugin.portal.actAs("other@example.com");
        plugin.bean(Pax8Removal.class).remove();
        assertThat(now(open).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(now(open).problem()).contains("integration was removed");
        assertThat(now(done).state()).isEqualTo(RequestState.APPLIED);
        assertThat(told()).last().isEqualTo("user admin@example.com: Request 2 was cancelled");
        assertThat(plugin.count("subscription")).isZero();
    }

    @Test
    void writesNothingWhileTheSettingsStopIt() throws Exception {
        requests.settings("writes_stopped = true");
        SeatRequest request = requests.asked(15);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
        assertThat(now(request).problem()).contains("the settings stop it");
        requests.settings("writes_stopped = false");
        forward(61);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void leavesToTheStaffWhatIsPlacedByHandAndIsDoneWhenASyncShowsIt() throws Exception {
        SeatRequest request = requests.asked(15);
        requests.settings("vendors_by_hand = '{Microsoft}'");
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.BY_HAND);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.BY_HAND);
        requests.seats(15);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
        assertThat(pax8.puts()).isZero();
    }

    @Test
    void takesUpWhatIsScheduledWhenItsDayHasCome() throws Exception {
        Instant day = plugin.clock.instant().plus(Duration.ofDays(30));
        SeatRequest request = RequestsInTest.done(
                requests.service.ask(new Ask(requests.subscription, 10, 5, "", Optional.of(day))));
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.SCHEDULED);
        plugin.clock.forward(Duration.ofDays(30));
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
        assertThat(steps(request)).containsExactly(Step.ASK, Step.APPROVE, Step.SEND, Step.CONFIRM);
    }

    @Test
    void movesTheDayWithACommitmentThatPax8HasProlonged() throws Exception {
        requests.commit(LocalDate.of(2026, 3, 31));
        SeatRequest request = RequestsInTest.done(requests.service.ask(new Ask(
                requests.subscription, 10, 5, "", Optional.of(Instant.parse("2026-04-01T00:00:00Z")))));
        plugin.clock.forward(Duration.ofDays(31));
        pax8.commitments.put(requests.subscription, "2027-03-31T00:00:00.000Z");
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.SCHEDULED);
        assertThat(now(request).scheduledFor()).contains(Instant.parse("2027-04-01T00:00:00Z"));
        push();
        assertThat(pax8.puts()).isZero();
    }

    @Test
    void sendsNothingThatTheCommitmentForbidsMeanwhile() throws Exception {
        SeatRequest request = requests.asked(5);
        requests.commit(LocalDate.of(2026, 8, 31));
        pax8.commitments.put(requests.subscription, "2026-08-31T00:00:00.000Z");
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.FAILED);
        assertThat(now(request).problem()).contains("Not possible before Sep 1", "Schedule");
        assertThat(pax8.puts()).isZero();
    }

    @Test
    void keepsRequestsWhilePax8AcceptsNobodyAndSaysSo() throws Exception {
        SeatRequest request = requests.asked(15);
        pax8.signedOut = true;
        assertThat(plugin.bean(PushJob.class).run(new RecordedRun())).isInstanceOf(JobOutcome.Failed.class);
        assertThat(plugin.bean(Pax8Connection.class).status()).isInstanceOf(ConnectionStatus.ReconnectNeeded.class);
        assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
        assertThat(now(request).problem()).contains("connect again");
        pax8.signedOut = false;
        plugin.bean(Pax8Connection.class).test();
        forward(61);
        push();
        assertThat(now(request).state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void tellsLaterWhatCouldNotBeTold() throws Exception {
        requests.askedByClient(15);
        plugin.jdbc.sql("update seat_request_step set told = false").update();
        push();
        assertThat(told()).hasSize(2);
        assertThat(plugin.host.notifications.told).extracting(told -> told.notice().key()).containsOnly("request-step-1");
    }

    private void push() throws Exception {
        assertThat(plugin.bean(PushJob.class).run(new RecordedRun())).isInstanceOf(JobOutcome.Succeeded.class);
    }

    private void forward(long seconds) {
        plugin.clock.forward(Duration.ofSeconds(seconds));
    }

    private SeatRequest now(SeatRequest request) {
        return plugin.bean(RequestQueries.class).find(request.id()).orElseThrow();
    }

    private List<Step> steps(SeatRequest request) {
        return plugin.bean(RequestQueries.class).history(request.id()).stream().map(RequestStep::step).toList();
    }

    private long syncedSeats() {
        return plugin.jdbc.sql("select quantity from subscription where id = ?")
                .param(requests.subscription)
                .query(Long.class)
                .single();
    }

    private List<String> told() {
        return plugin.host.notifications.told.stream()
                .map((Told told) -> told.whom() + ": " + told.notice().title())
                .toList();
    }
}
