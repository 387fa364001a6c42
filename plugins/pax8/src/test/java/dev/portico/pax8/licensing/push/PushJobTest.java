package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.job.JobOutcome;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.licensing.push.SeatsAtPax8.To;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one run of the push does when Pax8 answers clearly. */
class PushJobTest extends PushUnderTest {

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
}
