package dev.portico.pax8.licensing.requests;

import static dev.portico.pax8.licensing.requests.RequestsInTest.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import dev.portico.pax8.licensing.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of requests that staff makes. */
class StaffRequestsTest extends SeatRequestsUnderTest {

    @Test
    void thatMayDecideNeedsNoApprovalAndIsNotBoundByTheLimitsForClients() {
        requests.settings("self_service_allowed = false, max_seats = 11");
        SeatRequest request = requests.asked(15);
        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
        assertThat(request.rule()).isEqualTo(Rule.STAFF_DECIDES);
        assertThat(plugin.portal.started).containsExactly(SeatRequests.PUSH);
        assertThat(requests.wish(16)).isInstanceOf(Refused.class);
    }

    @Test
    void thatMayOnlyAskIsARequester() {
        plugin.portal.permissions.remove("manage_licensing");
        SeatRequest request = requests.asked(15);
        assertThat(request.state()).isEqualTo(RequestState.PENDING);
        assertThat(request.byClient()).isFalse();
        assertThat(request.money().price()).isEmpty();
    }

    @Test
    void placesByHandWhatTheSettingsSay() {
        requests.settings("vendors_by_hand = '{Microsoft}'");
        assertThat(requests.asked(15).state()).isEqualTo(RequestState.BY_HAND);
        assertThat(plugin.portal.started).isEmpty();
    }

    @Test
    void schedulesForALaterDay() {
        Instant day = plugin.clock.instant().plus(Duration.ofDays(30));
        SeatRequest request =
                done(service.ask(new Ask(requests.subscription, 10, 5, "", Optional.of(day))));
        assertThat(request.state()).isEqualTo(RequestState.SCHEDULED);
        assertThat(request.scheduledFor()).contains(day);
        assertThat(service.ask(new Ask(requests.another("Acronis"), 10, 5, "", Optional.of(plugin.clock.instant()))))
                .isInstanceOf(Refused.class);
        SeatRequest moved =
                done(service.schedule(request.id(), request.version(), day.plus(Duration.ofDays(1))));
        assertThat(moved.scheduledFor()).contains(day.plus(Duration.ofDays(1)));
        assertThat(done(service.approve(moved.id(), moved.version(), "Now after all")).state())
                .isEqualTo(RequestState.APPROVED);
    }
}
