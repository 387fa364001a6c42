package dev.portico.pax8.licensing.requests;

import static dev.portico.pax8.licensing.requests.RequestsInTest.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests for a subscription that is in a commitment. */
class CommittedRequestsTest extends SeatRequestsUnderTest {

    private final Instant free = Instant.parse("2026-09-01T00:00:00Z");

    @BeforeEach
    void bound() {
        requests.commit(LocalDate.of(2026, 8, 31));
    }

    @Test
    void takesSeatsBackOnlyWhenItHasEndedAndOffersToScheduleThat() {
        assertThat(requests.wish(5)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains("Not possible before Sep 1", "Schedule"));
        assertThat(scheduled(free.minusSeconds(1))).isInstanceOf(Refused.class);
        assertThat(done(scheduled(free)).state()).isEqualTo(RequestState.SCHEDULED);
    }

    @Test
    void letsSeatsBeAdded() {
        assertThat(requests.asked(15).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void isLookedAtAgainWhenItIsApproved() {
        plugin.jdbc.sql("update commitment_rule set decrease_allowed = true").update();
        SeatRequest pending = requests.askedByClient(5);
        plugin.jdbc.sql("update commitment_rule set decrease_allowed = false").update();
        assertThat(service.approve(pending.id(), pending.version(), "")).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains("Not possible before Sep 1"));
        assertThat(service.schedule(pending.id(), pending.version(), free.minusSeconds(1))).isInstanceOf(Refused.class);
        assertThat(done(service.schedule(pending.id(), pending.version(), free)).state())
                .isEqualTo(RequestState.SCHEDULED);
    }

    @Test
    void waitsForItsDayAfterTheApprovalToo() {
        plugin.portal.actAsClient("carla@acme.example", requests.company);
        SeatRequest pending = done(scheduled(free));
        assertThat(pending.state()).isEqualTo(RequestState.PENDING);
        plugin.portal.actAsStaff("admin@example.com");
        SeatRequest approved = done(service.approve(pending.id(), pending.version(), "Yes"));
        assertThat(approved.state()).isEqualTo(RequestState.SCHEDULED);
        assertThat(approved.scheduledFor()).contains(free);
    }

    private RequestResult scheduled(Instant day) {
        return service.ask(new Ask(requests.subscription, 10, 5, "", Optional.of(day)));
    }
}
