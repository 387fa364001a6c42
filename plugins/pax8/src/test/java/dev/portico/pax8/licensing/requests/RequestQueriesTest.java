package dev.portico.pax8.licensing.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestQueriesTest extends SeatRequestsUnderTest {

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
