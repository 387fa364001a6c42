package dev.portico.pax8.licensing.requests;

import static dev.portico.pax8.licensing.requests.RequestsInTest.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.requests.RequestResult.Done;
import dev.portico.pax8.licensing.requests.RequestResult.Overtaken;
import dev.portico.pax8.licensing.requests.RequestResult.Rebased;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of requests, over a real database. */
class SeatRequestsTest {

    private final ScreensUnderTest plugin = new ScreensUnderTest();
    private final RequestsInTest requests = new RequestsInTest(plugin);
    private final SeatRequests service = requests.service;
    private final RequestQueries queries = plugin.bean(RequestQueries.class);

    @AfterEach
    void close() {
        plugin.close();
    }

    @Nested
    class AClient {

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

    @Nested
    class Staff {

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

    @Nested
    class AnApprover {

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

    @Nested
    class InACommitment {

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

    @Test
    void findsRequestsByTextStateCompanyVendorAndSubscription() {
        SeatRequest request = requests.askedByClient(15);
        service.ask(new Ask(requests.another("Acronis"), 10, 11, "", Optional.empty()));
        assertThat(queries.count(RequestFilter.NONE)).isEqualTo(2);
        assertThat(found("micro")).containsExactly(request.number());
        assertThat(found("carla")).containsExactly(request.number());
        assertThat(found("#" + request.number())).containsExactly(request.number());
        assertThat(found("dental")).hasSize(2);
        assertThat(queries.count(new RequestFilter(
                        "", Set.of(RequestState.PENDING), Optional.of(requests.company), Optional.of("Microsoft"),
                        Optional.of(requests.subscription))))
                .isEqualTo(1);
        assertThat(queries.count(new RequestFilter(
                        "", Set.of(RequestState.FAILED), Optional.empty(), Optional.empty(), Optional.empty())))
                .isZero();
        for (RequestQueries.Sort sort : RequestQueries.Sort.values()) {
            assertThat(queries.page(RequestFilter.NONE, sort, false, 1, 5)).hasSize(1);
        }
    }

    @Test
    void ofTwoWhoApproveAndRejectAtOnceExactlyOneDoes() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 60; round++) {
                SeatRequest request = requests.askedByClient(11 + round);
                Future<RequestResult> yes = two.submit(() -> {
                    plugin.portal.actAs("yvonne@example.com");
                    start.await();
                    return service.approve(request.id(), request.version(), "");
                });
                Future<RequestResult> no = two.submit(() -> {
                    plugin.portal.actAs("norbert@example.com");
                    start.await();
                    return service.reject(request.id(), request.version(), "");
                });
                List<RequestResult> results = List.of(yes.get(), no.get());
                boolean approved = results.get(0) instanceof Done;
                assertThat(results.get(1) instanceof Done).isNotEqualTo(approved);
                assertThat(results.get(approved ? 1 : 0)).isInstanceOfSatisfying(Overtaken.class, late ->
                        assertThat(late.reason()).startsWith(approved ? "yvonne@example.com was" : "norbert@example.com was"));
                assertThat(queries.find(request.id()).orElseThrow().state())
                        .isEqualTo(approved ? RequestState.APPROVED : RequestState.REJECTED);
                assertThat(queries.history(request.id())).hasSize(2);
                plugin.jdbc.sql("update seat_request set state = 'APPLIED' where state = 'APPROVED'").update();
            }
        }
    }

    @Test
    void ofTwoWhoAskAtOnceExactlyOneDoes() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 30; round++) {
                List<Future<RequestResult>> results = List.of(15L, 16L).stream()
                        .map(seats -> two.submit(() -> {
                            start.await();
                            return requests.wish(seats);
                        }))
                        .toList();
                List<RequestResult> both = List.of(results.get(0).get(), results.get(1).get());
                assertThat(both).filteredOn(Done.class::isInstance).hasSize(1);
                assertThat(both).filteredOn(Refused.class::isInstance).hasSize(1);
                plugin.jdbc.sql("update seat_request set state = 'CANCELLED'").update();
            }
        }
    }

    private List<Long> found(String text) {
        return queries
                .page(
                        new RequestFilter(text, Set.of(), Optional.empty(), Optional.empty(), Optional.empty()),
                        RequestQueries.Sort.NUMBER, true, 0, 9)
                .stream()
                .map(SeatRequest::number)
                .toList();
    }
}
