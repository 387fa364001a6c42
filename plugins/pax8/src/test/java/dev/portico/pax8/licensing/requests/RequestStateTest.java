package dev.portico.pax8.licensing.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole table of states and steps, written out once more, and that the database knows every state. */
class RequestStateTest {

    private static final String TABLE = """
            from      ASK APPROVE  SCHEDULE  HAND_OVER REBASE  SEND     CONFIRM FAIL   RETRY    REJECT   CANCEL    CLOSE
            PENDING   -   APPROVED SCHEDULED BY_HAND   PENDING -        -       -      -        REJECTED CANCELLED CANCELLED
            SCHEDULED -   APPROVED SCHEDULED -         PENDING -        -       -      -        REJECTED CANCELLED CANCELLED
            APPROVED  -   -        SCHEDULED BY_HAND   PENDING APPLYING APPLIED FAILED -        REJECTED CANCELLED CANCELLED
            APPLYING  -   -        -         -         -       APPLYING APPLIED FAILED -        -        -         -
            BY_HAND   -   -        -         -         -       -        APPLIED -      -        REJECTED CANCELLED CANCELLED
            FAILED    -   -        -         -         -       -        APPLIED -      APPROVED -        -         -
            APPLIED   -   -        -         -         -       -        -       -      -        -        -         -
            REJECTED  -   -        -         -         -       -        -       -      -        -        -         -
            CANCELLED -   -        -         -         -       -        -       -      -        -        -         -
            """;

    @Test
    void allowsEachStepWhereTheTableSaysAndNowhereElse() {
        Map<String, List<String>> table = table();
        assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(RequestState.values()).map(RequestState::name).toList());
        for (RequestState from : RequestState.values()) {
            for (Step step : Step.values()) {
                String to = table.get(from.name()).get(step.ordinal());
                assertThat(from.after(step))
                        .as("%s in %s", step, from)
                        .isEqualTo(to.equals("-") ? Optional.empty() : Optional.of(RequestState.valueOf(to)));
            }
        }
    }

    @Test
    void endsNowhereButInTheStatesThatAreNotOpen() {
        for (RequestState state : RequestState.values()) {
            assertThat(state.open()).isEqualTo(!List.of(
                            RequestState.APPLIED, RequestState.FAILED, RequestState.REJECTED, RequestState.CANCELLED)
                    .contains(state));
        }
    }

    @Test
    void everyStateFitsIntoTheDatabaseAndEveryMoveIsCarriedOutThere() {
        try (ScreensUnderTest plugin = new ScreensUnderTest()) {
            RequestStore store = plugin.bean(RequestStore.class);
            RequestsInTest requests = new RequestsInTest(plugin);
            for (RequestState from : RequestState.values()) {
                for (Step step : Step.values()) {
                    SeatRequest request = requests.inState(from);
                    Change change = Change.of(step, "anna@example.com", "Because");
                    Optional<RequestState> to = from.after(step);
                    if (to.isPresent()) {
                        assertThat(store.change(request, change)).hasValueSatisfying(now -> {
                            assertThat(now.state()).isEqualTo(to.get());
                            assertThat(now.version()).isEqualTo(request.version() + 1);
                            assertThat(now.closedAt().isPresent()).isEqualTo(!to.get().open());
                        });
                        assertThat(store.steps(request.id()).getLast())
                                .isEqualTo(new RequestStep(
                                        plugin.clock.instant(), "anna@example.com", step, Optional.of(from), to.get(), "Because"));
                    } else {
                        assertThatThrownBy(() -> store.change(request, change)).isInstanceOf(IllegalStateException.class);
                        assertThat(store.get(request.id())).isEqualTo(request);
                    }
                    plugin.jdbc.sql("delete from seat_request where id = ?").param(request.id()).update();
                }
            }
            assertThat(store.find(UUID.randomUUID(), new CompanyScope.All())).isEmpty();
        }
    }

    private static Map<String, List<String>> table() {
        List<List<String>> lines = TABLE.lines().map(line -> List.of(line.split(" +"))).toList();
        assertThat(lines.getFirst().subList(1, lines.getFirst().size()))
                .containsExactlyElementsOf(Arrays.stream(Step.values()).map(Step::name).toList());
        Map<String, List<String>> table = new LinkedHashMap<>();
        lines.subList(1, lines.size()).forEach(line -> table.put(line.getFirst(), line.subList(1, line.size())));
        return table;
    }
}
