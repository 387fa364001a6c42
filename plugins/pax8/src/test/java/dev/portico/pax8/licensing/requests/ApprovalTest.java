package dev.portico.pax8.licensing.requests;

import static dev.portico.pax8.licensing.requests.RequestsInTest.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.licensing.requests.RequestResult.Overtaken;
import dev.portico.pax8.licensing.requests.RequestResult.Rebased;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an approver may do with a request that waits. */
class ApprovalTest extends SeatRequestsUnderTest {

    private SeatRequest pending;

    @BeforeEach
    void aRequestWaits() {
        pending = requests.askedByClient(15);
    }

    @Test
    void agreesAndItGoesToPax8() {
        assertThat(queries.waiting()).isEqualTo(1);
        SeatRequest approved = done(service.approve(pending.id(), pending.version(), "Fine"));
        assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo("admin@example.com");
        assertThat(approved.decisionNote()).isEqualTo("Fine");
        assertThat(plugin.portal.started).containsExactly(SeatRequests.PUSH);
        assertThat(queries.waiting()).isZero();
        assertThat(queries.history(pending.id()).getLast().text()).isEqualTo("Approved: \"Fine\"");
        assertThat(plugin.host.audit).anyMatch(line -> line.startsWith("request.approve"));
    }

    @Test
    void saysNoWithAReason() {
        SeatRequest rejected = done(service.reject(pending.id(), pending.version(), "Too many"));
        assertThat(rejected.state()).isEqualTo(RequestState.REJECTED);
        assertThat(rejected.decisionNote()).isEqualTo("Too many");
        assertThat(service.approve(rejected.id(), rejected.version(), "")).isInstanceOf(Refused.class);
    }

    @Test
    void isAskedAgainWhenTheSeatsHaveChangedSince() {
        requests.seats(12);
        assertThat(service.approve(pending.id(), pending.version(), "")).isInstanceOfSatisfying(Rebased.class, rebased -> {
            assertThat(rebased.request().state()).isEqualTo(RequestState.PENDING);
            assertThat(rebased.request().baseSeats()).isEqualTo(12);
            assertThat(rebased.reason()).contains("12 seats by now, not 10");
            assertThat(done(service.approve(pending.id(), rebased.request().version(), "")).state())
                    .isEqualTo(RequestState.APPROVED);
        });
    }

    @Test
    void handsOverWhatIsPlacedByHand() {
        requests.settings("vendors_by_hand = '{Microsoft}'");
        assertThat(done(service.approve(pending.id(), pending.version(), "")).state()).isEqualTo(RequestState.BY_HAND);
    }

    @Test
    void isToldWhoWasFaster() {
        service.reject(pending.id(), pending.version(), "No budget");
        assertThat(service.approve(pending.id(), pending.version(), "")).isInstanceOfSatisfying(Overtaken.class, late -> {
            assertThat(late.request().state()).isEqualTo(RequestState.REJECTED);
            assertThat(late.reason()).isEqualTo("admin@example.com was faster: Rejected: \"No budget\"");
        });
    }

    @Test
    void cannotApproveWhatIsGone() {
        plugin.jdbc.sql("delete from company_mapping").update();
        assertThat(service.approve(pending.id(), pending.version(), "")).isInstanceOf(Refused.class);
    }

    @Test
    void seesOnlyCompaniesThatAreAssigned() {
        plugin.portal.scope = new CompanyScope.Only(Set.of(UUID.randomUUID()));
        assertThat(queries.waiting()).isZero();
        assertThat(service.approve(pending.id(), pending.version(), "")).isInstanceOf(Refused.class);
    }

    @Test
    void triesAgainWhatFailedUnlessAnotherOneIsOpen() {
        plugin.jdbc.sql("update seat_request set state = 'FAILED', problem = 'x', sends = 5, sent_at = now()").update();
        SeatRequest again = done(service.retry(pending.id(), pending.version()));
        assertThat(again.state()).isEqualTo(RequestState.APPROVED);
        assertThat(again.problem()).isEmpty();
        assertThat(again.sends()).isZero();
        assertThat(again.sentAt()).isEmpty();
        plugin.jdbc.sql("update seat_request set state = 'FAILED'").update();
        requests.asked(11);
        assertThat(service.retry(again.id(), again.version())).isInstanceOf(Refused.class);
    }
}
