package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.control.SubscriptionChange;
import dev.portico.sandbox.data.Subscription;
import dev.portico.sandbox.faults.Journal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sandbox's subscriptions as they are synced here, requests for them, and what must be true in the end. */
final class Portfolios {

    private final PushPortal portal;
    private final RunningSandbox sandbox;
    private final Set<String> companies = new HashSet<>();

    Portfolios(PushPortal portal, RunningSandbox sandbox) {
        this.portal = portal;
        this.sandbox = sandbox;
    }

    /** So many subscriptions that Pax8 lets change, as if they had been synced. */
    List<Subscription> changeable(int number) {
        return sandbox.portfolio().subscriptions().stream()
                .filter(subscription -> subscription.status().equals("Active") && !subscription.usage())
                .filter(subscription -> subscription.start().isBefore(portal.clock.instant()) && subscription.quantity() > 1)
                .limit(number)
                .map(subscription -> sandbox.subscriptions()
                        .change(subscription.id(), SubscriptionChange.nothing().commitmentTerm("none"))
                        .orElseThrow()
                        .subscription())
                .peek(this::sync)
                .toList();
    }

    private void sync(Subscription subscription) {
        UUID company = UUID.fromString(subscription.companyId());
        if (companies.add(subscription.companyId())) {
            UUID own = UUID.randomUUID();
            String name = "Company " + companies.size();
            portal.jdbc.sql("""
                            insert into company (id, name, city, state, postal_code, country, website, phone, external_id,
                                                 status, first_seen_at, changed_at)
                            values (?, ?, '', '', '', 'US', '', '', '', 'Active', now(), now())
                            """).params(company, name).update();
            portal.jdbc.sql("insert into portal.company (id, name, city) values (?, ?, '')").params(own, name).update();
            portal.jdbc.sql("insert into company_mapping values (?, ?, now(), 'test')").params(company, own).update();
        }
        portal.jdbc.sql("""
                        insert into subscription (id, company_id, product_id, product_name, vendor_subscription_id,
                                                  quantity, status, billing_term, currency, commitment_term,
                                                  first_seen_at, changed_at)
                        values (?, ?, ?, 'Product', '', ?, 'Active', 'Monthly', 'USD', '', now(), now())
                        """)
                .params(UUID.fromString(subscription.id()), company, UUID.fromString(subscription.productId()),
                        subscription.quantity())
                .update();
    }

    /** Asks as staff, which needs no approval. */
    SeatRequest ask(Subscription subscription, long seats) {
        RequestResult result = portal.bean(SeatRequests.class)
                .ask(new Ask(UUID.fromString(subscription.id()), subscription.quantity(), seats, "", Optional.empty()));
        assertThat(result).isInstanceOf(RequestResult.Done.class);
        return ((RequestResult.Done) result).request();
    }

    SeatRequest now(SeatRequest request) {
        return portal.bean(RequestQueries.class).find(request.id()).orElseThrow();
    }

    List<SeatRequest> all() {
        return portal.bean(RequestQueries.class)
                .page(RequestFilter.NONE, RequestQueries.Sort.NUMBER, true, 0, 1_000);
    }

    /** The seats as they really are at Pax8. */
    int seats(SeatRequest request) {
        return sandbox.subscriptions().truth(request.subscriptionId().toString()).orElseThrow().accepted();
    }

    /**
     * Each request ended as Pax8 has it: what is applied is there and was done once, what failed is not, and nothing but
     * what was asked for was ever executed.
     */
    void assertThatNothingIsLostAndNothingIsDoneTwice() {
        Map<String, List<Journal.Change>> executed = sandbox.journal().changes().stream()
                .filter(change -> change.by().equals("api"))
                .collect(Collectors.groupingBy(Journal.Change::subscription));
        List<String> wrong = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (SeatRequest request : all()) {
            List<Journal.Change> changes = executed.getOrDefault(request.subscriptionId().toString(), List.of());
            asked.add(request.subscriptionId().toString());
            String story = "#" + request.number() + " " + request.state() + " " + request.baseSeats() + " > "
                    + request.wantedSeats() + ", sends " + request.sends() + ", Pax8 has " + seats(request) + ", '"
                    + request.problem() + "', " + changes;
            boolean right = switch (request.state()) {
                case APPLIED -> seats(request) == request.wantedSeats() && changed(changes) == 1;
                case FAILED -> seats(request) == request.baseSeats() && changes.isEmpty() && !request.problem().isEmpty();
                default -> false;
            };
            if (!right
                    || changes.size() > request.sends()
                    || changes.stream().anyMatch(change -> change.to() != request.wantedSeats())) {
                wrong.add(story);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).containsAll(executed.keySet());
    }

    /** Executions that changed something; a repeated one would not. */
    private static long changed(List<Journal.Change> changes) {
        return changes.stream().filter(change -> change.from() != change.to()).count();
    }

    long repeated() {
        return sandbox.journal().changes().stream().filter(change -> change.from() == change.to()).count();
    }

    Map<RequestState, Long> states() {
        return all().stream().collect(Collectors.groupingBy(SeatRequest::state, Collectors.counting()));
    }
}
