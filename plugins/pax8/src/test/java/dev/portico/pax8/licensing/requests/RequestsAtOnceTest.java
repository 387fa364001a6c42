package dev.portico.pax8.licensing.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.requests.RequestResult.Done;
import dev.portico.pax8.licensing.requests.RequestResult.Overtaken;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Of two who do something with the same request or subscription at the same time, one does it. */
class RequestsAtOnceTest extends SeatRequestsUnderTest {

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
}
