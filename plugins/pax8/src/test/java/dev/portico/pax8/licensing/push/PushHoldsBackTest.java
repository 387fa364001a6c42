package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the push does not send, or not yet: for the settings, the day or the commitment. */
class PushHoldsBackTest extends PushUnderTest {

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
}
