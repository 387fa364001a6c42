package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.push.SeatsAtPax8.To;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the push does when nobody can say whether Pax8 has done it. */
class PushWithoutAClearAnswerTest extends PushUnderTest {

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
}
