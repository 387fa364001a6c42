package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.job.JobOutcome;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.control.SubscriptionChange;
import dev.portico.sandbox.data.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two hundred requests while Pax8 does everything that an outside system can do to a caller. */
class PushUnderFaultsTest {

    private static final int REQUESTS = 200;
    private static final int REFUSED = 20;

    @Test
    void bringsEachOfManyRequestsToPax8ExactlyOnceOrSaysWhyNot() throws Exception {
        try (RunningSandbox sandbox = Sandbox.start(
                        "sandbox.size=M", "sandbox.behaviour.status-delay-millis=300", "sandbox.behaviour.late-quantity=true");
                PushPortal portal = new PushPortal(PushPortal.Database.migrated(), sandbox.baseUrl())) {
            Portfolios portfolio = new Portfolios(portal, sandbox);
            List<Subscription> subscriptions = portfolio.changeable(REQUESTS);
            assertThat(subscriptions).hasSize(REQUESTS);
            subscriptions.forEach(subscription -> portfolio.ask(subscription, subscription.quantity() + 3L));
            // why in the future: Pax8 refuses to change such a subscription, for good
            subscriptions.subList(0, REFUSED).forEach(subscription -> sandbox.subscriptions()
                    .change(subscription.id(), SubscriptionChange.nothing().startedDaysAgo(-5)));
            Trouble.on(sandbox.faults());
            long start = System.nanoTime();
            RecordedRun last = new RecordedRun();
            while (!portal.settled() && System.nanoTime() - start < Duration.ofSeconds(240).toNanos()) {
                last = new RecordedRun();
                assertThat(portal.bean(PushJob.class).run(last)).isInstanceOf(JobOutcome.Succeeded.class);
            }
            System.out.println("PUSH under faults took " + (System.nanoTime() - start) / 1_000_000 + " ms: " + portfolio.states()
                    + ", repeated " + portfolio.repeated());
            sandbox.faults().clear();
            portfolio.assertThatNothingIsLostAndNothingIsDoneTwice();
            Set<UUID> refused = subscriptions.subList(0, REFUSED).stream()
                    .map(subscription -> UUID.fromString(subscription.id()))
                    .collect(Collectors.toSet());
            assertThat(portfolio.all())
                    .filteredOn(request -> refused.contains(request.subscriptionId()))
                    .allMatch(request -> request.state() == RequestState.FAILED)
                    .filteredOn(request -> request.problem().contains("future start date"))
                    .hasSizeGreaterThan(REFUSED / 2);
            // why also the other: by bad luck no answer of all that were tried came through
            assertThat(portfolio.all()).filteredOn(request -> request.state() == RequestState.FAILED)
                    .hasSize(REFUSED)
                    .allSatisfy(request -> assertThat(request.problem())
                            .containsAnyOf("future start date", "without a clear answer"));
            assertThat(portal.jdbc.sql("select count(*) from seat_request_step where not told").query(Long.class).single())
                    .isZero();
            assertThat(portal.jdbc.sql("""
                            select count(*) from subscription s join seat_request r on r.subscription_id = s.id
                            where r.state = 'APPLIED' and s.quantity = r.wanted_seats
                            """).query(Long.class).single()).isEqualTo(REQUESTS - REFUSED);
            assertThat(last.progress).isNotEmpty();
        }
    }
}
