package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.card.Pax8Removal;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.mapping.MappingService;
import dev.portico.pax8.sync.SyncEnded;
import dev.portico.pax8.sync.SyncJobs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests that are closed because what they are for has gone. */
class PushClosesTest extends PushUnderTest {

    @Test
    void closesWhatIsGoneOrHasEndedAtPax8AndTellsTheRequester() throws Exception {
        SeatRequest gone = requests.askedByClient(15);
        RequestsInTest.done(requests.service.approve(gone.id(), gone.version(), ""));
        pax8.seats.clear();
        push();
        assertThat(now(gone).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(now(gone).problem()).contains("does not have this subscription any more");
        assertThat(told()).contains("user carla@acme.example: Request 1 was cancelled");
        SeatRequest ended = requests.asked(16);
        pax8.seats.put(requests.subscription, 10L);
        pax8.statuses.put(requests.subscription, "PendingCancel");
        push();
        assertThat(now(ended).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(pax8.puts()).isZero();
    }

    @Test
    void closesWhatWaitsWhenTheSubscriptionWentInASyncOrTheCompanyIsUnmapped() {
        SeatRequest ended = requests.askedByClient(15);
        plugin.jdbc.sql("update subscription set status = 'Cancelled' where id = ?").param(requests.subscription).update();
        plugin.publish(new SyncEnded(SyncJobs.SUBSCRIPTIONS));
        assertThat(now(ended).state()).isEqualTo(RequestState.CANCELLED);
        plugin.jdbc.sql("update subscription set status = 'Active'").update();
        SeatRequest unmapped = requests.askedByClient(15);
        plugin.bean(MappingService.class).save(Map.of(requests.pax8, Optional.empty()));
        assertThat(now(unmapped).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(now(unmapped).problem()).contains("not mapped");
        assertThat(told()).filteredOn(line -> line.endsWith("was cancelled")).hasSize(2);
    }

    @Test
    void closesEverythingThatIsOpenWhenTheIntegrationIsRemovedAndKeepsTheHistory() throws Exception {
        SeatRequest done = requests.asked(12);
        push();
        SeatRequest open = RequestsInTest.done(requests.service.ask(new Ask(requests.subscription, 12, 15, "", Optional.empty())));
        plugin.portal.actAs("other@example.com");
        plugin.bean(Pax8Removal.class).remove();
        assertThat(now(open).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(now(open).problem()).contains("integration was removed");
        assertThat(now(done).state()).isEqualTo(RequestState.APPLIED);
        assertThat(told()).last().isEqualTo("user admin@example.com: Request 2 was cancelled");
        assertThat(plugin.count("subscription")).isZero();
    }
}
