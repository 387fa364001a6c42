package dev.portico.pax8.licensing.requests;

import static dev.portico.pax8.licensing.requests.RequestsInTest.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.rules.Rule;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests that a client makes. */
class ClientRequestsTest extends SeatRequestsUnderTest {

    @BeforeEach
    void asks() {
        plugin.portal.actAsClient("carla@acme.example", requests.company);
    }

    @Test
    void waitsForAnApprovalByDefault() {
        SeatRequest request = requests.asked(15);
        assertThat(request.state()).isEqualTo(RequestState.PENDING);
        assertThat(request.rule()).isEqualTo(Rule.APPROVAL_BY_DEFAULT);
        assertThat(request.byClient()).isTrue();
        assertThat(request.settingsVersion()).isEqualTo(1);
        assertThat(request.decisionCase().current()).isEqualTo(10);
        assertThat(plugin.portal.started).isEmpty();
        assertThat(queries.history(request.id())).extracting(RequestStep::step).containsExactly(Step.ASK);
    }

    @Test
    void hasItAppliedAtOnceWithinTheThresholdAndTheNextOneHeld() {
        requests.settings("approval_by_default = false, auto_approve_percent = 50");
        assertThat(requests.asked(15).state()).isEqualTo(RequestState.APPROVED);
        assertThat(plugin.portal.started).containsExactly(SeatRequests.PUSH);
        UUID other = requests.another("Acronis");
        assertThat(done(service.ask(new Ask(other, 10, 16, "", Optional.empty()))).state())
                .isEqualTo(RequestState.PENDING);
    }

    @Test
    void isRefusedByTheRulesWithTheReason() {
        requests.settings("min_seats = 2, max_seats = 20");
        assertThat(requests.wish(10)).isInstanceOf(Refused.class);
        assertThat(requests.wish(0)).isInstanceOf(Refused.class);
        assertThat(requests.wish(-3)).isInstanceOf(Refused.class);
        assertThat(requests.wish(21)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains("2 to 20 seats"));
        requests.asked(15);
        assertThat(requests.wish(16)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains("another request"));
        requests.settings("self_service_allowed = false");
        assertThat(requests.wish(17)).isInstanceOf(Refused.class);
        assertThat(plugin.count("seat_request")).isEqualTo(1);
    }

    @Test
    void isToldWhenTheSeatsAreOthersThanSeen() {
        requests.seats(12);
        assertThat(requests.wish(15)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains("12 seats by now, not 10"));
    }

    @Test
    void isRefusedWhatHasEnded() {
        plugin.jdbc.sql("update subscription set status = 'PendingCancel'").update();
        assertThat(requests.wish(15)).isInstanceOf(Refused.class);
    }

    @Test
    void reachesNothingOfAnotherCompany() {
        SeatRequest request = requests.asked(15);
        UUID foreign = plugin.portalCompany("Harbor Law", "Seattle");
        plugin.portal.actAsClient("harry@harbor.example", foreign);
        assertThat(requests.wish(16)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> service.preview(requests.subscription, 12)).isInstanceOf(SubscriptionOutOfSight.class);
        assertThat(service.cancel(request.id(), request.version())).isInstanceOf(Refused.class);
        assertThat(queries.find(request.id())).isEmpty();
        assertThat(queries.history(request.id())).isEmpty();
        assertThat(queries.count(RequestFilter.NONE)).isZero();
    }

    @Test
    void neverDecidesWhateverItHolds() {
        SeatRequest request = requests.asked(15);
        plugin.portal.permissions.add("manage_licensing");
        assertThatThrownBy(() -> service.approve(request.id(), request.version(), "")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> service.reject(request.id(), request.version(), "")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> service.retry(request.id(), request.version())).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> service.schedule(request.id(), request.version(), Instant.MAX))
                .isInstanceOf(PermissionDenied.class);
        assertThat(queries.waiting()).isZero();
        assertThat(requests.service.preview(requests.another("Acronis"), 11).money().cost()).isEmpty();
    }

    @Test
    void seesPricesOnlyIfTheMspShowsThemAndCostNever() {
        SeatRequest request = requests.asked(15);
        assertThat(request.money().price()).isEmpty();
        requests.settings("clients_see_prices = true");
        assertThat(queries.find(request.id()).orElseThrow().money().price()).isPresent();
        assertThat(queries.page(RequestFilter.NONE, RequestQueries.Sort.NUMBER, true, 0, 9))
                .allSatisfy(each -> assertThat(each.money().cost()).isEmpty());
        assertThat(service.preview(requests.subscription, 12).money().cost()).isEmpty();
    }

    @Test
    void takesItsRequestBackWhileItIsNotSentAndThenNotAnyMore() {
        SeatRequest request = requests.asked(15);
        SeatRequest gone = done(service.cancel(request.id(), request.version()));
        assertThat(gone.state()).isEqualTo(RequestState.CANCELLED);
        SeatRequest sent = requests.inState(RequestState.APPLYING);
        assertThat(service.cancel(sent.id(), sent.version())).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains("sent to Pax8 right now"));
    }

    @Test
    void needsThePermission() {
        plugin.portal.permissions.remove("write_licensing");
        assertThatThrownBy(() -> requests.wish(15)).isInstanceOf(PermissionDenied.class);
        plugin.portal.permissions.clear();
        assertThatThrownBy(() -> queries.count(RequestFilter.NONE)).isInstanceOf(PermissionDenied.class);
    }
}
